using OtpFunctions.Core.Directory;

namespace OtpFunctions.Tests.Model;

/// <summary>Callers, whose every operation waits for its turn, and fares as the turn says.</summary>
internal sealed class StepwiseCallerStore(IDirectoryStore<Caller> store, Scheduler scheduler) : IDirectoryStore<Caller>
{
    public Task<Stored<Caller>?> FindAsync(string id, CancellationToken cancellation) =>
        scheduler.WaitAsync(_ => store.FindAsync(id, cancellation));

    public Task<IReadOnlyList<Caller>> ListAsync(string? after, int count, CancellationToken cancellation) =>
        scheduler.WaitAsync(_ => store.ListAsync(after, count, cancellation));

    public Task<bool> TryAddAsync(Caller value, CancellationToken cancellation) =>
        WriteAsync(() => store.TryAddAsync(value, cancellation));

    public Task<bool> TryReplaceAsync(Caller value, string version, CancellationToken cancellation) =>
        WriteAsync(() => store.TryReplaceAsync(value, version, cancellation));

    public Task<bool> TryDeleteAsync(string id, string version, CancellationToken cancellation) =>
        WriteAsync(() => store.TryDeleteAsync(id, version, cancellation));

    private Task<bool> WriteAsync(Func<Task<bool>> write) =>
        scheduler.WaitAsync(fate => StepwiseStore<Caller>.WriteAsync(fate, write));
}
