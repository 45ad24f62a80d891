namespace OtpFunctions.Core.Directory;

/// <summary>What a code is asked for, which decides whose the address must be.</summary>
public enum AddressPurpose
{
    /// <summary>A new account, or a new address of one: the address must be nobody's.</summary>
    NewAccount = 1,

    /// <summary>An account there is: the address must be somebody's.</summary>
    ExistingAccount = 2,

    /// <summary>Who is signed in fills in an address: nobody's, and they must have none of the kind.</summary>
    FillIn = 3,

    /// <summary>Who is signed in shows that they are themselves: it goes to their own address.</summary>
    Authentication = 4,

    /// <summary>Whatever the address.</summary>
    Direct = 5,
}
