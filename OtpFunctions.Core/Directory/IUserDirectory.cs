using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Codes;
using OtpFunctions.Core.Storage;

namespace OtpFunctions.Core.Directory;

/// <summary>Who the users are: the service's own tables or a system elsewhere. Nothing is cached.</summary>
public interface IUserDirectory
{
    /// <summary>The user of this name, or null.</summary>
    /// <param name="name">Whatever the caller gave; what is no <see cref="UserName"/> names nobody.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="StorageUnavailableException">Nothing is known.</exception>
    Task<User?> FindByNameAsync(string name, CancellationToken cancellation);

    /// <summary>
    /// The user who has this address, or null. An e-mail address is found in any letter case; one with another plus-tag
    /// is another.
    /// </summary>
    /// <param name="address">The address.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="StorageUnavailableException">Nothing is known.</exception>
    Task<User?> FindByAddressAsync(Address address, CancellationToken cancellation);

    /// <summary>The same; whose address it is may have been asked for already.</summary>
    /// <param name="address">The address.</param>
    /// <param name="begun">A read that may hold the answer, or null.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="StorageUnavailableException">Nothing is known.</exception>
    Task<User?> FindByAddressAsync(Address address, RecipientRead? begun, CancellationToken cancellation) =>
        FindByAddressAsync(address, cancellation);
}
