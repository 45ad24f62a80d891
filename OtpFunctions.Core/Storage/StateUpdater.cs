using OtpFunctions.Core.Secrecy;

namespace OtpFunctions.Core.Storage;

/// <summary>Read, decide, write on condition; on a conflict again with what the winner left, a bounded number of times.</summary>
/// <typeparam name="TState">An immutable state that rules decide on.</typeparam>
internal sealed class StateUpdater<TState>(IStateStore<TState> store, TimeProvider clock)
    where TState : class
{
    // Every lost race is another's progress, and a window or a failure limit soon ends the writing: 12 rounds outlast
    // hundreds of parallel callers.
    private const int Rounds = 12;
    private static readonly Failure Contended = new(FailureCode.Contended, TimeSpan.FromSeconds(1));

    /// <summary>What a rule's <c>now</c> is taken from.</summary>
    public TimeProvider Clock => clock;

    /// <summary>Begins to read the state that a rule is applied to next.</summary>
    public Task<Versioned<TState>> ReadAsync(string key, CancellationToken cancellation) =>
        store.LoadAsync(key, cancellation);

    /// <summary>Applies a rule that needs nothing but the state.</summary>
    public Task<Result<T>> UpdateAsync<T>(
        string key, Func<TState, long, string, Decision<TState, T>> decide, CancellationToken cancellation)
        where T : class => RunAsync(key, store.LoadAsync(key, cancellation), decide, cancellation);

    /// <summary>
    /// Applies a rule that always writes to a state that is supposed instead of read. Supposed rightly, that saves the
    /// read; wrongly, the write loses, and it is read after all.
    /// </summary>
    public Task<Result<T>> UpdateAsync<T>(
        string key,
        Versioned<TState> supposed,
        Func<TState, long, string, Decision<TState, T>> decide,
        CancellationToken cancellation)
        where T : class => RunAsync(key, Task.FromResult(supposed), decide, cancellation);

    /// <summary>
    /// Applies a rule that needs <paramref name="context"/> too, which is found out beside the <paramref name="reading"/>
    /// and judged first: its refusal is the answer, and nothing is written.
    /// </summary>
    public async Task<Result<T>> UpdateAsync<TContext, T>(
        string key,
        Task<Versioned<TState>> reading,
        Task<Result<TContext>> context,
        Func<TState, TContext, long, string, Decision<TState, T>> decide,
        CancellationToken cancellation)
        where TContext : class
        where T : class
    {
        // A refusal does not wait for the state, which may be read together with what it must not tell.
        reading.Forget();
        var found = await context;
        return found.Succeeded
            ? await RunAsync(key, reading, (state, now, change) => decide(state, found.Value, now, change), cancellation)
            : found.Failure;
    }

    private async Task<Result<T>> RunAsync<T>(
        string key,
        Task<Versioned<TState>> reading,
        Func<TState, long, string, Decision<TState, T>> decide,
        CancellationToken cancellation)
        where T : class
    {
        var change = RandomId.Short();
        var read = await reading;
        for (var round = 1; ; round++)
        {
            var decision = decide(read.State, clock.GetUtcNow().ToUnixTimeMilliseconds(), change);
            if (decision.Next is null
                || await store.TrySaveAsync(key, read, decision.Next, change, cancellation)
                || decision.IsIdle)
            {
                return decision.Outcome;
            }

            await RetryPause.WaitAsync(round, clock, cancellation);
            read = await store.LoadAsync(key, cancellation);
            if (read.Changes.Contains(change))
            {
                // The write had landed; only its answer was lost on the way.
                return decision.Outcome;
            }

            if (round == Rounds)
            {
                return Contended;
            }
        }
    }
}
