using OtpFunctions.Core.Storage;

namespace OtpFunctions.Core.Directory;

/// <summary>Sessions by id. They are made and deleted, never changed.</summary>
internal interface ISessionStore
{
    /// <summary>The session and its version, or null.</summary>
    /// <exception cref="StorageUnavailableException">The storage did not answer, or with a fault.</exception>
    Task<Stored<SessionRecord>?> FindAsync(string id, CancellationToken cancellation);

    /// <summary>False when the id is taken.</summary>
    Task<bool> TryAddAsync(SessionRecord session, CancellationToken cancellation);

    /// <summary>False when it is gone.</summary>
    Task<bool> TryDeleteAsync(string id, string version, CancellationToken cancellation);
}
