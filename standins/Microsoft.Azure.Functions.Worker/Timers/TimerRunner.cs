using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Timers;

internal sealed class TimerRunner(
    TimerFunction function,
    FunctionExecutionDelegate pipeline,
    IServiceScopeFactory scopes,
    TimeProvider clock,
    ILogger logger)
    : IDisposable
{
    // A single timer of .NET holds 49 days at most, and the wall clock may be set meanwhile.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(1);

    private readonly SemaphoreSlim _oneAtATime = new(1);
    private readonly Lock _gate = new();
    private Task _running = Task.CompletedTask;
    private DateTimeOffset _last;

    public string Name => function.Name;

    public void Start(CancellationToken stopping) => Add(RunScheduleAsync(stopping));

    public void Fire(CancellationToken stopping) => Add(Task.Run(() => RunAsync(isPastDue: false, stopping), stopping));

    public Task Stopped()
    {
        lock (_gate)
            return _running;
    }

    public void Dispose() => _oneAtATime.Dispose();

    private void Add(Task task)
    {
        lock (_gate)
            _running = _running.IsCompleted ? task : Task.WhenAll(_running, task);
    }

    private async Task RunScheduleAsync(CancellationToken stopping)
    {
        if (function.RunOnStartup)
        {
            // Start-up goes on meanwhile.
            await Task.Yield();
            await RunAsync(isPastDue: false, stopping);
        }

        while (!stopping.IsCancellationRequested)
        {
            var due = function.Schedule.Next(clock.GetUtcNow());
            await UntilAsync(due, stopping);
            // So late that the next one was due as well.
            await RunAsync(isPastDue: function.Schedule.Next(due) <= clock.GetUtcNow(), stopping);
        }
    }

    private async Task UntilAsync(DateTimeOffset due, CancellationToken stopping)
    {
        while (due - clock.GetUtcNow() is var wait && wait > TimeSpan.Zero)
        {
            if (wait > LongestWait)
                wait = LongestWait;
            await Task.Delay(wait < ShortestWait ? ShortestWait : wait, clock, stopping);
        }
    }

    private async Task RunAsync(bool isPastDue, CancellationToken stopping)
    {
        await _oneAtATime.WaitAsync(stopping);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await pipeline(new TimerCall(function, Info(isPastDue), scope.ServiceProvider, stopping));
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // It did as it was told.
        }
        catch (Exception exception)
        {
            Log.FunctionFailed(logger, function.Name, exception);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    private TimerInfo Info(bool isPastDue)
    {
        var now = clock.GetUtcNow();
        var last = _last;
        _last = now;
        return new TimerInfo
        {
            IsPastDue = isPastDue,
            ScheduleStatus = !function.UseMonitor ? null : new ScheduleStatus
            {
                Last = last.UtcDateTime,
                LastUpdated = last.UtcDateTime,
                Next = function.Schedule.Next(now).UtcDateTime,
            },
        };
    }
}
