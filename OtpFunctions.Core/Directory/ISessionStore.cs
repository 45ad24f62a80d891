using OtpFunctions.Core.Storage;

namespace OtpFunctions.Core.Directory;

/// <summary>Sessions by the key of their user's row, beside which they lie, and their id. Every write is conditional.</summary>
internal interface ISessionStore
{
    /// <summary>The session and the user's row.</summary>
    /// <exception cref="StorageUnavailableException">The storage did not answer, or with a fault.</exception>
    Task<FoundSession> FindAsync(string owner, string id, CancellationToken cancellation);

    /// <summary>False when the id is taken.</summary>
    Task<bool> TryAddAsync(string owner, SessionRecord session, CancellationToken cancellation);

    /// <summary>False when it is gone, or was made anew since it was read.</summary>
    Task<bool> TryDeleteAsync(string owner, string id, string version, CancellationToken cancellation);
}
