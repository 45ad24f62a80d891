using OtpFunctions.Core.Storage;

namespace OtpFunctions.Tests.Model;

/// <summary>A store whose every operation waits for its turn, and fares as the turn says.</summary>
internal sealed class StepwiseStore<TState>(IStateStore<TState> store, Scheduler scheduler) : IStateStore<TState>
    where TState : class
{
    public Task<Versioned<TState>> LoadAsync(string key, CancellationToken cancellation) =>
        scheduler.WaitAsync(fate => fate is Fate.FailedBefore or Fate.FailedAfter
            ? throw new StorageUnavailableException()
            : store.LoadAsync(key, cancellation));

    public Task<bool> TrySaveAsync(
        string key,
        Versioned<TState> read,
        TState next,
        string change,
        CancellationToken cancellation) => scheduler.WaitAsync(
            fate => WriteAsync(fate, () => store.TrySaveAsync(key, read, next, change, cancellation)));

    public static async Task<bool> WriteAsync(Fate fate, Func<Task<bool>> write)
    {
        var isWritten = fate != Fate.FailedBefore && await write();
        return fate is Fate.FailedBefore or Fate.FailedAfter
            ? throw new StorageUnavailableException()
            : isWritten && fate != Fate.AnswerLost;
    }
}
