using OtpFunctions.Core.Directory;
using OtpFunctions.Core.Storage;

namespace OtpFunctions.Tests.Fakes;

/// <summary>Callers whose storage answers reads and no write.</summary>
internal sealed class ReadOnlyCallerStore(IDirectoryStore<Caller> store) : IDirectoryStore<Caller>
{
    public Task<Stored<Caller>?> FindAsync(string id, CancellationToken cancellation) => store.FindAsync(id, cancellation);

    public Task<IReadOnlyList<Caller>> ListAsync(string? after, int count, CancellationToken cancellation) =>
        store.ListAsync(after, count, cancellation);

    public Task<bool> TryAddAsync(Caller value, CancellationToken cancellation) => throw new StorageUnavailableException();

    public Task<bool> TryReplaceAsync(Caller value, string version, CancellationToken cancellation) =>
        throw new StorageUnavailableException();

    public Task<bool> TryDeleteAsync(string id, string version, CancellationToken cancellation) =>
        throw new StorageUnavailableException();
}
