using OtpFunctions.Core;
using OtpFunctions.Core.Limits.Budgets;
using OtpFunctions.Core.Storage;
using OtpFunctions.Tests.Fakes;

namespace OtpFunctions.Tests.Limits.Budgets;

/// <summary>How often the storage is asked, and by whom.</summary>
public sealed class BudgetBlockTests
{
    private const string Email = "someone@example.com";
    private const string Mobile = "13612345678";
    private readonly MemoryBudgetStore _store = new();
    private readonly ManualClock _clock = new();
    private readonly BudgetBench _bench;

    public BudgetBlockTests() => _bench = new BudgetBench(_store, _clock, BudgetBench.Wide());

    [Fact]
    public async Task A_block_is_used_up_without_the_storage_and_at_once()
    {
        await _bench.ReserveAsync(Email);
        Assert.Equal((1, 1), (_store.Loads, _store.Saves));
        for (var i = 1; i < 50; i++)
        {
            Assert.True(_bench.ReserveAsync(Email).AsTask().IsCompletedSuccessfully);
        }

        Assert.Equal((1, 1), (_store.Loads, _store.Saves));
        await _bench.ReserveAsync(Email);
        Assert.Equal((2, 2), (_store.Loads, _store.Saves));
    }

    [Fact]
    public async Task A_prefix_nobody_sent_to_is_written_without_reading_it()
    {
        await _bench.ReserveAsync(Mobile);
        Assert.Equal((2, 3), (_store.Loads, _store.Saves));

        await _bench.ReserveAsync("13987654321");
        Assert.Equal((2, 4), (_store.Loads, _store.Saves));
    }

    [Fact]
    public async Task A_prefix_another_instance_sent_to_is_read_after_all()
    {
        await _bench.ReserveAsync(Mobile);
        var options = BudgetBench.Wide();
        options.PerPrefixPerDay = 51;
        var other = new BudgetBench(_store, _clock, options);

        // The first instance has taken 50 of them.
        Assert.Equal(1, await other.SpendAsync(Mobile));
    }

    [Fact]
    public async Task What_is_spent_is_remembered()
    {
        var options = BudgetBench.Wide();
        options.EmailPerDay = 1;
        var bench = new BudgetBench(_store, _clock, options);
        await bench.SpendAsync(Email);
        var loads = _store.Loads;

        Assert.True(bench.ReserveAsync(Email).AsTask().IsCompletedSuccessfully);
        Assert.Equal(loads, _store.Loads);
    }

    [Fact]
    public async Task Fifty_parallel_first_sends_share_one_reservation()
    {
        var open = Closed();

        var sends = Enumerable.Range(0, 50).Select(_ => _bench.ReserveAsync(Email).AsTask()).ToList();
        open.SetResult();

        Assert.All(await Task.WhenAll(sends), reserved => Assert.True(reserved.Succeeded));
        Assert.Equal((1, 1), (_store.Loads, _store.Saves));
    }

    [Fact]
    public async Task Those_who_wait_for_small_blocks_are_served_together()
    {
        var options = BudgetBench.Wide();
        options.PerPrefixPerDay = 100;
        var bench = new BudgetBench(_store, _clock, options);
        // As long as a storage takes: who comes meanwhile waits for the same answer.
        _store.Before = () => Task.Delay(20);

        var sends = Enumerable.Range(0, 120).Select(_ => bench.ReserveAsync(Mobile).AsTask()).ToList();

        Assert.Equal(100, (await Task.WhenAll(sends)).Count(reserved => reserved.Succeeded));
        // 20 blocks of 5 and less would be 40 writes.
        Assert.InRange(_store.Saves, 1, 20);
    }

    [Fact]
    public async Task Callers_who_are_refused_set_no_more_than_a_block_aside()
    {
        var options = BudgetBench.Wide();
        options.PerPrefixPerDay = 100;
        var bench = new BudgetBench(_store, _clock, options);
        var caller = new TaskCompletionSource<Result<string>>();
        var permits = new List<BudgetPermit>();
        for (var i = 0; i < 5; i++)
        {
            permits.Add((await bench.ReserveAsync(Mobile, caller.Task)).Value!);
        }

        var more = Enumerable.Range(0, 90).Select(_ => bench.ReserveAsync(Mobile, caller.Task).AsTask()).ToList();
        caller.SetResult(new Failure(FailureCode.ApplicationUnknown));
        foreach (var refused in await Task.WhenAll(more))
        {
            Assert.Equal(FailureCode.ApplicationUnknown, refused.Failure?.Code);
        }

        permits.ForEach(permit => permit.Return());
        Assert.Equal(5, _store.Taken.Values.Min());
        Assert.Equal(100, await bench.SpendAsync(Mobile));
    }

    [Fact]
    public async Task An_outage_ends_with_itself()
    {
        _store.Before = MemoryBudgetStore.OutAsync;
        var sends = Enumerable.Range(0, 50).Select(_ => _bench.ReserveAsync(Email).AsTask()).ToList();
        foreach (var send in sends)
        {
            await Assert.ThrowsAsync<StorageUnavailableException>(() => send);
        }

        _store.Before = () => Task.CompletedTask;
        Assert.True((await _bench.ReserveAsync(Email)).Succeeded);
    }

    [Fact]
    public async Task Who_gives_up_waiting_ends_nobody_elses_wait()
    {
        var open = Closed();
        using var deadline = new CancellationTokenSource();
        var caller = Task.FromResult<Result<string>>("caller");
        var first = _bench.Budget.ReserveAsync(CodeBench.To(Email), caller, deadline.Token).AsTask();
        var second = _bench.ReserveAsync(Email).AsTask();
        await deadline.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        open.SetResult();
        Assert.True((await second).Succeeded);
        Assert.Equal(1, _store.Saves);
    }

    /// <summary>The storage answers when this is set.</summary>
    private TaskCompletionSource Closed()
    {
        var open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _store.Before = () => open.Task;
        return open;
    }
}
