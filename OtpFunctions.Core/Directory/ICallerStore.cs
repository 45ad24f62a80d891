using OtpFunctions.Core.Storage;

namespace OtpFunctions.Core.Directory;

/// <summary>Callers by id. Every write is conditional.</summary>
internal interface ICallerStore
{
    /// <summary>The caller and its version, or null.</summary>
    /// <exception cref="StorageUnavailableException">The storage did not answer, or with a fault.</exception>
    Task<Stored<Caller>?> FindAsync(string id, CancellationToken cancellation);

    /// <summary>Callers in the order of their ids, those after <paramref name="after"/>.</summary>
    Task<IReadOnlyList<Caller>> ListAsync(string? after, int count, CancellationToken cancellation);

    /// <summary>False when the id is taken.</summary>
    Task<bool> TryAddAsync(Caller caller, CancellationToken cancellation);

    /// <summary>False when it changed since it was read.</summary>
    Task<bool> TryReplaceAsync(Caller caller, string version, CancellationToken cancellation);

    /// <summary>False when it changed since it was read.</summary>
    Task<bool> TryDeleteAsync(string id, string version, CancellationToken cancellation);
}
