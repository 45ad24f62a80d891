using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Codes;
using OtpFunctions.Core.Secrecy;
using OtpFunctions.Core.Storage;

namespace OtpFunctions.Core.Directory;

/// <summary>Decides by purpose to whom a code may go. Its answers tell who has an account: count them before giving them.</summary>
public sealed class RecipientFinder
{
    private static readonly Task<User?> Nobody = Task.FromResult<User?>(null);
    private readonly IUserDirectory _users;
    private readonly IRecipientRows? _rows;
    private readonly UserKeys _keys;

    /// <param name="users">Whose the addresses are.</param>
    /// <param name="rows">Where claims lie beside recipients, or null for users of another system.</param>
    /// <param name="hasher">Of keys.</param>
    internal RecipientFinder(IUserDirectory users, IRecipientRows? rows, KeyHasher hasher) =>
        (_users, _rows, _keys) = (users, rows, new UserKeys(hasher));

    /// <summary>Whether somebody must be signed in.</summary>
    /// <param name="purpose">What for.</param>
    public static bool NeedsSession(AddressPurpose purpose) =>
        purpose is AddressPurpose.FillIn or AddressPurpose.Authentication;

    /// <summary>
    /// Begins to read whose an address is together with its recipient's row, where that saves a request: of an address
    /// that must be nobody's both rows are mostly not there.
    /// </summary>
    /// <param name="purpose">What for.</param>
    /// <param name="given">The address asked for, or null.</param>
    /// <param name="asking">Who asks: nothing is read for who is refused already.</param>
    /// <param name="cancellation">Ends the read.</param>
    /// <returns>The read; null where each is better read by itself.</returns>
    public async Task<RecipientRead?> BeginReadingAsync(
        AddressPurpose purpose, Address? given, Task<Result<Requester>> asking, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(asking);
        if (given is null || _rows is null || purpose is not (AddressPurpose.NewAccount or AddressPurpose.FillIn))
        {
            return null;
        }

        if (asking.IsCompletedSuccessfully && !(await asking).Succeeded)
        {
            return null;
        }

        var key = _keys.OfAddress(given);
        return new RecipientRead(key, _rows.LoadAsync(key, cancellation));
    }

    /// <summary>The address a code may go to.</summary>
    /// <param name="purpose">What for.</param>
    /// <param name="channel">E-mail or SMS.</param>
    /// <param name="given">The address asked for, or null where it is none of the channel.</param>
    /// <param name="begun">What <see cref="BeginReadingAsync"/> gave.</param>
    /// <param name="asking">Who asks, found out beside whose the address is; a refusal there is the answer.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>
    /// It, which is <paramref name="given"/> except with Authentication, and where a code for it may go instead; or the
    /// refusal of who asks, SessionMissing, AddressTaken, UserUnknown, AddressAlreadyBound, AddressNotBound, AddressInvalid.
    /// </returns>
    /// <exception cref="StorageUnavailableException">Nothing is known.</exception>
    public async Task<Result<FoundRecipient>> FindAsync(
        AddressPurpose purpose,
        DeliveryChannel channel,
        Address? given,
        RecipientRead? begun,
        Task<Result<Requester>> asking,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(asking);
        if (asking.IsCompletedSuccessfully && (await asking).Failure is { } known)
        {
            // Nobody had to be asked: a flood from one network costs no storage.
            return known;
        }

        var holding = given is null || purpose is AddressPurpose.Authentication or AddressPurpose.Direct
            ? Nobody
            : _users.FindByAddressAsync(given, begun, cancellation);
        // Who is refused is not told by the time either whose the address is.
        holding.Forget();
        var asked = await asking;
        return asked.Succeeded
            ? Decide(purpose, channel, given, asked.Value.SignedIn, await holding)
            : asked.Failure;
    }

    private static Result<FoundRecipient> Decide(
        AddressPurpose purpose, DeliveryChannel channel, Address? given, User? signedIn, User? holder)
    {
        if (NeedsSession(purpose) && signedIn is null)
        {
            return new Failure(FailureCode.SessionMissing);
        }

        var own = channel == DeliveryChannel.Email ? (Address?)signedIn?.Email : signedIn?.Phone;
        if (purpose == AddressPurpose.Authentication)
        {
            return own is null ? new Failure(FailureCode.AddressNotBound) : new FoundRecipient(own, FallbackOf(own, signedIn));
        }

        var refusal = purpose switch
        {
            AddressPurpose.NewAccount when holder is not null => FailureCode.AddressTaken,
            AddressPurpose.ExistingAccount when holder is null => FailureCode.UserUnknown,
            AddressPurpose.FillIn when holder is not null => FailureCode.AddressTaken,
            AddressPurpose.FillIn when own is not null => FailureCode.AddressAlreadyBound,
            _ => given is null ? FailureCode.AddressInvalid : (FailureCode?)null,
        };
        return refusal is { } code ? new Failure(code) : new FoundRecipient(given!, FallbackOf(given!, holder));
    }

    private static EmailAddress? FallbackOf(Address to, User? holder) => to is PhoneNumber ? holder?.Email : null;
}
