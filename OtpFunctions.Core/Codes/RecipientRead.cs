using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Storage;

namespace OtpFunctions.Core.Codes;

/// <summary>
/// The read of a recipient's row, begun before it is known for certain to whom a code goes (docs/decisions/0019). If it
/// goes to another it is dropped, and what is written on it is written on the condition that it still holds.
/// </summary>
public sealed class RecipientRead
{
    private readonly string _row;
    private readonly Task<Versioned<RecipientState>> _reading;

    internal RecipientRead(
        StateUpdater<RecipientState> recipients, CodeVault vault, Address address, CancellationToken cancellation)
    {
        _row = vault.KeysOf(address).Row;
        _reading = recipients.ReadAsync(_row, cancellation);
        _reading.Forget();
    }

    /// <summary>The read, if it is of this row.</summary>
    internal Task<Versioned<RecipientState>>? Of(string row) => row == _row ? _reading : null;
}
