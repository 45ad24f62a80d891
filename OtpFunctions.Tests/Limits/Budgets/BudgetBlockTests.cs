using OtpFunctions.Core;
using OtpFunctions.Core.Codes;
using OtpFunctions.Core.Limits;
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
    public async Task The_next_block_is_taken_ahead_of_need_by_who_is_known_and_nobody_waits_for_it()
    {
        for (var i = 0; i < 39; i++)
        {
            (await _bench.ReserveAsync(Email)).Value!.TakeAhead();
        }

        Assert.Equal(1, _store.Saves);
        var open = Closed();
        for (var i = 39; i < 50; i++)
        {
            var reserving = _bench.ReserveAsync(Email).AsTask();
            Assert.True(reserving.IsCompletedSuccessfully);
            (await reserving).Value!.TakeAhead();
        }

        open.SetResult();
        Assert.Equal(2, await Eventually.GetAsync(() => Task.FromResult(_store.Saves), saves => saves == 2));
        Assert.True((await _bench.ReserveAsync(Email)).Succeeded);
        Assert.Equal((2, 2), (_store.Loads, _store.Saves));
    }

    [Fact]
    public async Task A_send_takes_the_next_block_ahead_only_when_its_caller_is_known()
    {
        var guards = new SendGuards(new RecipientLimits(), _bench.Budget);
        var policy = new CodePolicy { Lifetime = TimeSpan.FromMinutes(10), MaxFailures = 10 };
        for (var i = 0; i < 45; i++)
        {
            await _bench.ReserveAsync(Email);
        }

        for (var i = 0; i < 10; i++)
        {
            var refused = Task.FromResult<Result<CodePolicy>>(new Failure(FailureCode.ApplicationUnknown));
            Assert.False((await guards.ClearAsync(CodeBench.To(Email), refused, default)).Succeeded);
        }

        // What is begun is not done at once.
        await Task.Delay(TimeSpan.FromMilliseconds(50));
        Assert.Equal(1, _store.Loads);
        Assert.True((await guards.ClearAsync(CodeBench.To(Email), Task.FromResult<Result<CodePolicy>>(policy), default)).Succeeded);
        Assert.Equal(2, await Eventually.GetAsync(() => Task.FromResult(_store.Saves), saves => saves == 2));
    }

    [Fact]
    public async Task A_block_that_could_not_be_taken_ahead_is_taken_by_a_later_send()
    {
        BudgetPermit? permit = null;
        for (var i = 0; i < 41; i++)
        {
            permit = (await _bench.ReserveAsync(Email)).Value!;
        }

        _store.Before = MemoryBudgetStore.OutAsync;
        permit!.TakeAhead();
        Assert.Equal(2, await Eventually.GetAsync(() => Task.FromResult(_store.Loads), loads => loads == 2));
        _store.Before = () => Task.CompletedTask;
        for (var i = 41; i < 100; i++)
        {
            Assert.True((await _bench.ReserveAsync(Email)).Succeeded);
        }
    }

    [Fact]
    public async Task Blocks_taken_ahead_exceed_no_cap_and_use_up_all_of_it()
    {
        var options = BudgetBench.Wide();
        options.PerPrefixPerDay = 200;
        var benches = new[] { new BudgetBench(_store, _clock, options), new BudgetBench(_store, _clock, options) };
        var sent = 0;
        while (true)
        {
            var reserved = await benches[sent % 2].ReserveAsync(Mobile);
            if (!reserved.Succeeded)
            {
                break;
            }

            reserved.Value.TakeAhead();
            sent++;
        }

        sent += await benches[0].SpendAsync(Mobile) + await benches[1].SpendAsync(Mobile);
        Assert.Equal(200, sent);
        Assert.Equal(200, _store.Taken.Values.Min());
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
