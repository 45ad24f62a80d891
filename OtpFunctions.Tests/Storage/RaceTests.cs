using OtpFunctions.Core;
using OtpFunctions.Core.Codes;
using OtpFunctions.Core.Storage;
using OtpFunctions.Tests.Fakes;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Storage;

/// <summary>Parallel callers of one recipient, on Azurite.</summary>
public sealed class RaceTests
{
    [Fact]
    public async Task Of_200_parallel_right_codes_one_succeeds()
    {
        var bench = await NewBenchAsync();
        var code = (await bench.IssueAsync()).Value!.Code;

        var judged = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => bench.VerifyAsync(code)));

        Assert.Single(judged, right => right);
    }

    [Fact]
    public async Task Of_1000_parallel_wrong_codes_five_are_judged_and_the_right_one_is_refused_after()
    {
        var tables = await TestTables.NewAsync();
        var store = StateTables.Recipients(tables);
        var bench = new CodeBench(store);
        var code = (await bench.IssueAsync()).Value!.Code;

        var judged = await Task.WhenAll(
            Enumerable.Range(0, 1000).Select(_ => bench.JudgeAsync(CodeBench.WrongFor(code))));

        Assert.All(judged, result => Assert.Contains(
            result.Failure!.Code, new[] { FailureCode.CodeRejected, FailureCode.Contended }));
        var recipient = await store.LoadAsync(bench.Vault.KeysOf(CodeBench.To("13612345678")).Row, default);
        Assert.Equal(5, recipient.State.Failures.Length);
        Assert.False(await bench.VerifyAsync(code));
    }

    [Fact]
    public async Task Of_200_parallel_sends_in_one_window_one_is_delivered()
    {
        var bench = await NewBenchAsync();
        var policy = new CodePolicy
        {
            Lifetime = TimeSpan.FromMinutes(10),
            MaxFailures = 5,
            Windows = [new(1, TimeSpan.FromMinutes(1))],
        };

        var issued = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => bench.IssueAsync(policy: policy)));

        Assert.Single(issued, result => result.Succeeded);
        Assert.Single(bench.Channel.Sent);
    }

    [Fact]
    public async Task Parallel_sends_of_one_recipient_by_two_dialects_never_pass_the_recipients_limit()
    {
        var store = StateTables.Recipients(await TestTables.NewAsync());
        var bench = new CodeBench(store, new() { SendsPerHour = 7, SendsPerDay = 100, FailuresPerDay = 100 });

        await Task.WhenAll(Enumerable.Range(0, 60).Select(i => bench.IssueAsync(use: new CodeUse(i % 2 == 0 ? "a" : "b"))));

        Assert.Equal(7, bench.Channel.Sent.Count);
    }

    private static async Task<CodeBench> NewBenchAsync() => new(StateTables.Recipients(await TestTables.NewAsync()));
}
