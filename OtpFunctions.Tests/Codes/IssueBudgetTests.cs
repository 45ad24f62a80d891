using OtpFunctions.Core;
using OtpFunctions.Core.Codes;
using OtpFunctions.Core.Delivery;
using OtpFunctions.Core.Limits;
using OtpFunctions.Core.Storage;
using OtpFunctions.Tests.Fakes;

namespace OtpFunctions.Tests.Codes;

/// <summary>A message is counted in the day's budget when it went out, and only then.</summary>
public sealed class IssueBudgetTests
{
    private const string Mobile = "13612345678";
    private static readonly CodePolicy TenMinutes = new() { Lifetime = TimeSpan.FromMinutes(10), MaxFailures = 5 };
    private static readonly CodePolicy OneAMinute = TenMinutes with { Windows = [new(1, TimeSpan.FromMinutes(1))] };
    private readonly MemoryRecipientStore _store = new();
    private readonly CodeBench _bench;

    public IssueBudgetTests() => _bench = New(new DestinationOptions { PerPrefixPerDay = 3 });

    [Fact]
    public async Task A_message_that_went_out_is_counted()
    {
        Assert.True((await _bench.IssueAsync()).Succeeded);

        Assert.Equal(2, await _bench.Budget.SpendAsync(Mobile));
    }

    [Fact]
    public async Task A_spent_budget_is_the_answer_and_nothing_is_written_or_sent()
    {
        await _bench.Budget.SpendAsync(Mobile);

        // 11:45:30 in Greenwich, 19:45:30 in Shanghai.
        Assert.Equal(
            new Failure(FailureCode.BudgetSpent, new TimeSpan(4, 14, 30)), (await _bench.IssueAsync()).Failure);
        Assert.Equal(0, _store.Writes);
        Assert.Empty(_bench.Channel.Sent);
    }

    [Fact]
    public async Task A_country_that_is_not_on_the_list_is_refused_and_nothing_is_written_or_sent()
    {
        Assert.Equal(new Failure(FailureCode.DestinationRefused), (await _bench.IssueAsync("+85291234567")).Failure);
        Assert.Equal((0, 0), (_store.Writes, _bench.Counters.Loads));
        Assert.Empty(_bench.Channel.Sent);
    }

    [Fact]
    public async Task A_message_that_a_window_refuses_is_not_counted()
    {
        await _bench.IssueAsync(policy: OneAMinute);
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(FailureCode.TooOften, (await _bench.IssueAsync(policy: OneAMinute)).Failure?.Code);
        }

        Assert.Equal(2, await _bench.Budget.SpendAsync(Mobile));
    }

    [Fact]
    public async Task A_code_that_is_answered_without_a_message_is_not_counted_and_needs_no_budget()
    {
        var policy = TenMinutes with { Reuse = Reuse.Within(TimeSpan.FromMinutes(3)) };
        var sent = (await _bench.IssueAsync(policy: policy)).Value!;
        for (var i = 0; i < 10; i++)
        {
            Assert.False((await _bench.IssueAsync(policy: policy)).Value!.Sent);
        }

        Assert.Equal(2, await _bench.Budget.SpendAsync(Mobile));
        Assert.Equal(sent.Code, (await _bench.IssueAsync(policy: policy)).Value?.Code);
    }

    [Theory]
    [InlineData(DeliveryOutcome.Unavailable)]
    [InlineData(DeliveryOutcome.RecipientRefused)]
    public async Task A_message_that_was_not_delivered_is_not_counted(DeliveryOutcome outcome)
    {
        _bench.Channel.Answer = _ => Task.FromResult(outcome);
        for (var i = 0; i < 10; i++)
        {
            await _bench.IssueAsync();
        }

        Assert.Equal(10, _bench.Channel.Sent.Count);
        Assert.Equal(3, await _bench.Budget.SpendAsync(Mobile));
    }

    [Fact]
    public async Task A_message_that_may_arrive_is_counted()
    {
        _bench.Channel.Answer = _ => Task.FromResult(DeliveryOutcome.TimedOut);
        await _bench.IssueAsync();

        Assert.Equal(2, await _bench.Budget.SpendAsync(Mobile));
    }

    [Fact]
    public async Task A_caller_who_is_refused_spends_nothing_and_is_told_so_before_the_budget()
    {
        await LeaveAtHandAsync();
        var unknown = new Failure(FailureCode.ApplicationUnknown);
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(unknown, (await IssueAsync(Mobile, Task.FromResult<Result<CodePolicy>>(unknown))).Failure);
        }

        Assert.Equal(3, await _bench.Budget.SpendAsync(Mobile));
        Assert.Equal(unknown, (await IssueAsync(Mobile, Task.FromResult<Result<CodePolicy>>(unknown))).Failure);
        Assert.Equal(unknown, (await IssueAsync("+85291234567", Task.FromResult<Result<CodePolicy>>(unknown))).Failure);
    }

    [Fact]
    public async Task A_caller_who_could_not_be_read_spends_nothing()
    {
        await LeaveAtHandAsync();
        await Assert.ThrowsAsync<StorageUnavailableException>(
            () => IssueAsync(Mobile, Task.FromException<Result<CodePolicy>>(new StorageUnavailableException())));

        Assert.Equal(3, await _bench.Budget.SpendAsync(Mobile));
    }

    [Fact]
    public async Task A_recipient_that_could_not_be_written_is_not_counted()
    {
        _store.LosesRace = () => throw new StorageUnavailableException();
        await Assert.ThrowsAsync<StorageUnavailableException>(() => _bench.IssueAsync());
        _store.LosesRace = () => true;
        Assert.Equal(FailureCode.Contended, (await _bench.IssueAsync()).Failure?.Code);

        Assert.Equal(3, await _bench.Budget.SpendAsync(Mobile));
    }

    [Fact]
    public async Task Without_its_counters_nothing_is_sent()
    {
        _bench.Counters.Before = MemoryBudgetStore.OutAsync;

        await Assert.ThrowsAsync<StorageUnavailableException>(() => _bench.IssueAsync());

        Assert.Equal(0, _store.Writes);
        Assert.Empty(_bench.Channel.Sent);
    }

    [Fact]
    public async Task The_budget_is_asked_beside_the_caller_and_the_recipient()
    {
        var policy = new TaskCompletionSource<Result<CodePolicy>>();
        var issuing = IssueAsync(Mobile, policy.Task);
        for (var patience = 0; _bench.Counters.Saves < 3 && patience < 1000; patience++)
        {
            await Task.Delay(5);
        }

        Assert.Equal(3, _bench.Counters.Saves);
        Assert.False(issuing.IsCompleted);
        policy.SetResult(TenMinutes);
        Assert.True((await issuing).Succeeded);
    }

    // A send that came back lies in the block, to be taken without the storage.
    private async Task LeaveAtHandAsync() => (await _bench.Budget.ReserveAsync(Mobile)).Value!.Return();

    private Task<Result<IssuedCode>> IssueAsync(string to, Task<Result<CodePolicy>> policy) =>
        _bench.Issuer.IssueAsync(new IssueCommand(CodeBench.To(to), CodeBench.Use), policy, CancellationToken.None);

    private CodeBench New(DestinationOptions destinations) => new(_store, destinations: destinations);
}
