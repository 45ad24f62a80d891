using OtpFunctions.Core.Storage;

namespace OtpFunctions.Core.Directory;

/// <summary>Rows of one kind by id: applications, callers. Every write is conditional.</summary>
/// <typeparam name="T">What a row says.</typeparam>
internal interface IDirectoryStore<T>
    where T : class
{
    /// <summary>The row and its version, or null.</summary>
    /// <exception cref="StorageUnavailableException">The storage did not answer, or with a fault.</exception>
    Task<Stored<T>?> FindAsync(string id, CancellationToken cancellation);

    /// <summary>Rows in the order of their ids, those after <paramref name="after"/>.</summary>
    Task<IReadOnlyList<T>> ListAsync(string? after, int count, CancellationToken cancellation);

    /// <summary>False when the id is taken.</summary>
    Task<bool> TryAddAsync(T value, CancellationToken cancellation);

    /// <summary>False when it changed since it was read.</summary>
    Task<bool> TryReplaceAsync(T value, string version, CancellationToken cancellation);

    /// <summary>False when it changed since it was read, or is gone.</summary>
    Task<bool> TryDeleteAsync(string id, string version, CancellationToken cancellation);
}
