using OtpFunctions.Core.Storage;

namespace OtpFunctions.Core.Directory;

/// <summary>Users by the key of their name, claims by the key of the address. Every write is conditional.</summary>
internal interface IUserStore
{
    /// <summary>The user and the row's version, or null.</summary>
    /// <exception cref="StorageUnavailableException">The storage did not answer, or with a fault.</exception>
    Task<Stored<User>?> FindAsync(string key, CancellationToken cancellation);

    /// <summary>Users in the order of their keys, those after <paramref name="after"/>.</summary>
    Task<IReadOnlyList<User>> ListAsync(string? after, int count, CancellationToken cancellation);

    /// <summary>False when there is one.</summary>
    Task<bool> TryAddAsync(string key, User user, CancellationToken cancellation);

    /// <summary>False when it changed since it was read.</summary>
    Task<bool> TryReplaceAsync(string key, User user, string version, CancellationToken cancellation);

    /// <summary>False when it changed since it was read.</summary>
    Task<bool> TryDeleteAsync(string key, string version, CancellationToken cancellation);

    /// <summary>The claim and the row's version, or null.</summary>
    Task<Stored<AddressClaim>?> FindClaimAsync(ClaimKey key, CancellationToken cancellation);

    /// <summary>The row's version; null when there is one.</summary>
    Task<string?> TryAddClaimAsync(ClaimKey key, AddressClaim claim, CancellationToken cancellation);

    /// <summary>The row's new version, another even if it says the same; null when it changed since it was read.</summary>
    Task<string?> TryReplaceClaimAsync(ClaimKey key, AddressClaim claim, string version, CancellationToken cancellation);

    /// <summary>False when it changed since it was read.</summary>
    Task<bool> TryDeleteClaimAsync(ClaimKey key, string version, CancellationToken cancellation);
}
