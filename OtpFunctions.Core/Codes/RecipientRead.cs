using OtpFunctions.Core.Directory;
using OtpFunctions.Core.Storage;

namespace OtpFunctions.Core.Codes;

/// <summary>
/// The read of a recipient's row, begun before it is known for certain to whom a code goes (docs/decisions/0019); where it
/// is asked for too, of the claim on the address beside it. If it goes to another it is dropped, and what is written on it
/// is written on the condition that it still holds.
/// </summary>
public sealed class RecipientRead
{
    private readonly string _row;
    private readonly Task<Versioned<RecipientState>> _reading;
    private readonly ClaimKey? _claim;
    private readonly Task<Stored<AddressClaim>?>? _claimed;

    internal RecipientRead(string row, Task<Versioned<RecipientState>> reading)
    {
        (_row, _reading) = (row, reading);
        _reading.Forget();
    }

    internal RecipientRead(ClaimKey key, Task<RecipientRows> reading)
        : this(key.Recipient, StateOfAsync(reading))
    {
        (_claim, _claimed) = (key, ClaimOfAsync(reading));
        _claimed.Forget();
    }

    /// <summary>The read, if it is of this row.</summary>
    internal Task<Versioned<RecipientState>>? Of(string row) => row == _row ? _reading : null;

    /// <summary>The claim on this address, if it is read too.</summary>
    internal Task<Stored<AddressClaim>?>? Of(ClaimKey key) => key == _claim ? _claimed : null;

    private static async Task<Versioned<RecipientState>> StateOfAsync(Task<RecipientRows> reading) => (await reading).State;

    private static async Task<Stored<AddressClaim>?> ClaimOfAsync(Task<RecipientRows> reading) => (await reading).Claim;
}
