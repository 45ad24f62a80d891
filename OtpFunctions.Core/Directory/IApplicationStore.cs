using OtpFunctions.Core.Storage;

namespace OtpFunctions.Core.Directory;

/// <summary>Applications by id. Every write is conditional.</summary>
internal interface IApplicationStore
{
    /// <summary>The application and its version, or null.</summary>
    /// <exception cref="StorageUnavailableException">The storage did not answer, or with a fault.</exception>
    Task<VersionedApplication?> FindAsync(string clientId, CancellationToken cancellation);

    /// <summary>Applications in the order of their ids, those after <paramref name="after"/>.</summary>
    Task<IReadOnlyList<Application>> ListAsync(string? after, int count, CancellationToken cancellation);

    /// <summary>False when the id is taken.</summary>
    Task<bool> TryAddAsync(Application application, CancellationToken cancellation);

    /// <summary>False when it changed since it was read.</summary>
    Task<bool> TryReplaceAsync(Application application, string version, CancellationToken cancellation);

    /// <summary>False when it changed since it was read.</summary>
    Task<bool> TryDeleteAsync(string clientId, string version, CancellationToken cancellation);
}
