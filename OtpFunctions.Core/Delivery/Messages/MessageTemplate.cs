namespace OtpFunctions.Core.Delivery.Messages;

/// <summary>What a code is asked for, and so what its message says. The numbers are those of Fresns.</summary>
public enum MessageTemplate
{
    /// <summary>Anything that has no words of its own.</summary>
    General = 1,

    /// <summary>A new account.</summary>
    Register = 2,

    /// <summary>A change of the account's information.</summary>
    ModifyInformation = 3,

    /// <summary>Another phone number or e-mail address for the account.</summary>
    ChangeBinding = 4,

    /// <summary>A new password for logging in.</summary>
    ResetLoginPassword = 5,

    /// <summary>A new password for paying.</summary>
    ResetPaymentPassword = 6,

    /// <summary>Logging in by code.</summary>
    LogIn = 7,

    /// <summary>The end of the account.</summary>
    DeleteAccount = 8,
}
