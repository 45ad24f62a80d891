using OtpFunctions.Core.Storage;

namespace OtpFunctions.Tests.Model;

/// <summary>
/// Holds operations until it is their turn. What waits for an operation goes on within its turn, up to the next operation
/// it needs: nothing runs beside anything, and the same turns make the same run.
/// </summary>
internal sealed class Scheduler
{
    private readonly List<Func<Fate, Task>> _waiting = [];

    public bool HasWaiting => _waiting.Count > 0;

    public int Waiting => _waiting.Count;

    public Task<T> WaitAsync<T>(Func<Fate, Task<T>> operation)
    {
        // On purpose not RunContinuationsAsynchronously: see above.
        var done = new TaskCompletionSource<T>();
        _waiting.Add(async fate =>
        {
            T result;
            try
            {
                result = await operation(fate);
            }
            catch (StorageUnavailableException exception)
            {
                done.SetException(exception);
                return;
            }

            done.SetResult(result);
        });
        return done.Task;
    }

    public Task TakeAsync(Turn turn)
    {
        var which = turn.Who % _waiting.Count;
        var operation = _waiting[which];
        _waiting.RemoveAt(which);
        return operation(turn.Fate);
    }
}
