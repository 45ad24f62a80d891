using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Storage;

namespace OtpFunctions.Core.Directory;

/// <summary>Decides by purpose to whom a code may go. Its answers tell who has an account: count them before giving them.</summary>
public sealed class RecipientFinder
{
    private readonly IUserDirectory _users;

    internal RecipientFinder(IUserDirectory users) => _users = users;

    /// <summary>Whether somebody must be signed in.</summary>
    /// <param name="purpose">What for.</param>
    public static bool NeedsSession(AddressPurpose purpose) =>
        purpose is AddressPurpose.FillIn or AddressPurpose.Authentication;

    /// <summary>The address a code may go to.</summary>
    /// <param name="purpose">What for.</param>
    /// <param name="channel">E-mail or SMS.</param>
    /// <param name="given">The address asked for, or null where it is none of the channel.</param>
    /// <param name="signedIn">Who is signed in, or null.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>It, and where a code for it may go instead; or AddressTaken, UserUnknown, AddressAlreadyBound, AddressNotBound, SessionMissing, AddressInvalid.</returns>
    /// <exception cref="StorageUnavailableException">Nothing is known.</exception>
    public async Task<Result<FoundRecipient>> FindAsync(
        AddressPurpose purpose, DeliveryChannel channel, Address? given, User? signedIn, CancellationToken cancellation)
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

        // Whoever the address is, where that matters.
        var holder = given is null || purpose == AddressPurpose.Direct
            ? null
            : await _users.FindByAddressAsync(given, cancellation);
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
