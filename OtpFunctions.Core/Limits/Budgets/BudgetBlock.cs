using OtpFunctions.Core.Storage;

namespace OtpFunctions.Core.Limits.Budgets;

/// <summary>
/// One instance's share of a scope's day: sends are taken from it without storage. When little of it is left, one write, of
/// which there is never more than one at a time, takes the next share; who finds nothing left waits for it.
/// </summary>
internal sealed class BudgetBlock(BudgetScope scope, StateUpdater<BudgetState> counters)
{
    // When a fifth of a share is left the next one is taken. In a burst, sends may have to wait for it all the same.
    private const int PartLeft = 5;

    private static readonly Versioned<BudgetState> Unwritten = new(BudgetState.None, null, []);
    private readonly Lock _gate = new();
    private Task<Failure?>? _refill;
    private int _left;
    private int _few;
    private int _waiting;
    private bool _isLast;

    /// <summary>The end of its day, Unix milliseconds.</summary>
    public long EndsAt => scope.EndsAt;

    /// <summary>Takes a send if one is at hand.</summary>
    public BudgetAnswer TryTake()
    {
        lock (_gate)
        {
            if (_left == 0)
            {
                return _isLast ? BudgetAnswer.Spent : BudgetAnswer.Unknown;
            }

            _left--;
            return BudgetAnswer.Taken;
        }
    }

    /// <summary>
    /// Begins to take the next share when little of this one is left, so that no send has to wait for it. For callers who
    /// are known: those who are refused set no more than one share aside.
    /// </summary>
    public void TakeAhead()
    {
        lock (_gate)
        {
            if (_left <= _few && !_isLast && _refill is { IsCompleted: true })
            {
                // Nobody hears if it fails: then the next send begins another.
                _refill = RefillAsync(isFirst: false);
                _refill.Forget();
            }
        }
    }

    /// <summary>Gives a send back, for the next one.</summary>
    public void Return()
    {
        lock (_gate)
        {
            _left++;
        }
    }

    /// <summary>Takes a send, from the storage where none is at hand.</summary>
    /// <param name="caller">
    /// The caller's right to ask. The first share of the day is taken beside it, any further one after it: however many
    /// callers are refused, they set no more than one share aside.
    /// </param>
    /// <param name="cancellation">Ends the wait, not what others wait for too.</param>
    /// <returns>Null; or BudgetSpent, Contended, or the caller's refusal, and nothing is taken.</returns>
    /// <exception cref="StorageUnavailableException">Nothing is taken.</exception>
    public async Task<Failure?> TakeAsync<TCaller>(Task<Result<TCaller>> caller, CancellationToken cancellation)
        where TCaller : class
    {
        var answer = TryTake();
        while (answer == BudgetAnswer.Unknown)
        {
            var isKnown = caller.IsCompleted;
            if (isKnown && (await caller).Failure is { } refusal)
            {
                return refusal;
            }

            if (JoinRefill(isKnown) is not { } refill)
            {
                await caller;
                continue;
            }

            if (await WaitAsync(refill, isKnown, cancellation) is { } failure)
            {
                return failure;
            }

            answer = TryTake();
        }

        return answer == BudgetAnswer.Taken ? null : new Failure(FailureCode.BudgetSpent);
    }

    private async Task<Failure?> WaitAsync(Task<Failure?> refill, bool isKnown, CancellationToken cancellation)
    {
        var waiting = isKnown ? 1 : 0;
        Interlocked.Add(ref _waiting, waiting);
        try
        {
            return await refill.WaitAsync(cancellation);
        }
        finally
        {
            Interlocked.Add(ref _waiting, -waiting);
        }
    }

    /// <summary>The refill under way, or a new one; null when this caller may not begin it before he is known.</summary>
    private Task<Failure?>? JoinRefill(bool isKnown)
    {
        lock (_gate)
        {
            if (_left > 0 || _isLast)
            {
                return Task.FromResult<Failure?>(null);
            }

            var isFirst = _refill is null;
            if (_refill is not { IsCompleted: false })
            {
                if (!isFirst && !isKnown)
                {
                    return null;
                }

                _refill = RefillAsync(isFirst);
            }

            return _refill;
        }
    }

    private async Task<Failure?> RefillAsync(bool isFirst)
    {
        // Not under the lock of who began it.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        var taken = await TakeShareAsync(isFirst);
        if (!taken.Succeeded)
        {
            return taken.Failure;
        }

        lock (_gate)
        {
            _left += taken.Value.Count;
            _few = taken.Value.Count / PartLeft;
            _isLast = taken.Value.IsLast;
        }

        return null;
    }

    // Nobody's deadline ends it, since others may wait for it too; the storage client's own does.
    private Task<Result<BudgetBlockSize>> TakeShareAsync(bool isFirst) => isFirst && scope.IsNarrow
        ? counters.UpdateAsync<BudgetBlockSize>(scope.Key, Unwritten, Decide, CancellationToken.None)
        : counters.UpdateAsync<BudgetBlockSize>(scope.Key, Decide, CancellationToken.None);

    private Decision<BudgetState, BudgetBlockSize> Decide(BudgetState state, long now, string change)
    {
        var (next, block) = state.Take(scope.Cap, Volatile.Read(ref _waiting), scope.EndsAt);
        return new(next, block);
    }
}
