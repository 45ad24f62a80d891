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
    /// <returns>It; or AddressTaken, UserUnknown, AddressAlreadyBound, AddressNotBound, SessionMissing, AddressInvalid.</returns>
    /// <exception cref="StorageUnavailableException">Nothing is known.</exception>
    public async Task<Result<Address>> FindAsync(
        AddressPurpose purpose, DeliveryChannel channel, Address? given, User? signedIn, CancellationToken cancellation)
    {
        if (NeedsSession(purpose) && signedIn is null)
        {
            return new Failure(FailureCode.SessionMissing);
        }

        var own = channel == DeliveryChannel.Email ? (Address?)signedIn?.Email : signedIn?.Phone;
        if (purpose == AddressPurpose.Authentication)
        {
            return own is null ? new Failure(FailureCode.AddressNotBound) : own;
        }

        var refusal = purpose switch
        {
            AddressPurpose.NewAccount when await IsKnownAsync(given, cancellation) => FailureCode.AddressTaken,
            AddressPurpose.ExistingAccount when !await IsKnownAsync(given, cancellation) => FailureCode.UserUnknown,
            AddressPurpose.FillIn when await IsKnownAsync(given, cancellation) => FailureCode.AddressTaken,
            AddressPurpose.FillIn when own is not null => FailureCode.AddressAlreadyBound,
            _ => given is null ? FailureCode.AddressInvalid : (FailureCode?)null,
        };
        return refusal is { } code ? new Failure(code) : given!;
    }

    private async Task<bool> IsKnownAsync(Address? address, CancellationToken cancellation) =>
        address is not null && await _users.FindByAddressAsync(address, cancellation) is not null;
}
