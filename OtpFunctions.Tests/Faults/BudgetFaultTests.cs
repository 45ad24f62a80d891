using System.Security.Cryptography;
using OtpFunctions.Tests.Faults.Flows;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Faults;

/// <summary>The day's budgets while the storage that counts them fails: never more than the cap, and soon no less.</summary>
public sealed class BudgetFaultTests
{
    private const int PerPrefix = 3;

    [LocalFact]
    public async Task A_fault_never_lets_a_prefix_have_more_than_its_day()
    {
        await using var bench = await FaultBench.StartAsync(("Otp__Destinations__PerPrefixPerDay", $"{PerPrefix}"));
        var cases = (from request in new[] { "POST windows", "GET windows", "PUT windows" }
                     from met in StorageFaults.Quick
                     where met.Fault.CanMeet(request)
                     select (request, met.Fault, met.Count)).ToList();
        var step = Soak.Times(4, 1);

        for (var index = 0; index < cases.Count; index += step)
        {
            var (request, fault, count) = cases[index];
            await AssertCapHoldsAsync(bench, request, fault, count);
        }
    }

    private static async Task AssertCapHoldsAsync(FaultBench bench, string request, StorageFault fault, int count)
    {
        using var run = new FaultRun(bench);
        var prefix = Recipients.Mobile()[..7];
        // The prefix' row is made by the first; what follows reads and replaces it.
        if (request != "POST windows")
            await run.OnlyId.CodeAsync(NumberIn(prefix));

        var script = new FaultScript(request, fault, count);
        using var http = run.Scripted(script);
        var numbers = Enumerable.Range(0, PerPrefix).Select(_ => NumberIn(prefix)).ToList();
        foreach (var number in numbers)
            OnlyIdFlows.Judge(await run.OnlyId.At(http).SendAsync(number));

        Assert.True(script.Struck > 0, $"{request}: {fault} was not met in {string.Join(", ", script.Requests)}.");
        var last = Verdict.Accepted;
        for (var tries = 0; tries < PerPrefix + 3 && last != Verdict.Refused; tries++)
        {
            numbers.Add(NumberIn(prefix));
            last = OnlyIdFlows.Judge(await run.OnlyId.SendAsync(numbers[^1]));
        }

        Assert.Equal(Verdict.Refused, last);
        var sent = bench.Messages.CountWith("+86" + prefix);
        Assert.True(
            sent <= PerPrefix && sent >= (fault.MayCommit && count > 1 ? 0 : PerPrefix),
            $"{request}: {fault} x {count}: {sent} of {PerPrefix} went out.");
    }

    private static string NumberIn(string prefix) => prefix + RandomNumberGenerator.GetString("0123456789", 4);
}
