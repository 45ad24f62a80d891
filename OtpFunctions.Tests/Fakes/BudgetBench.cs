using OtpFunctions.Core;
using OtpFunctions.Core.Limits;
using OtpFunctions.Core.Limits.Budgets;
using OtpFunctions.Core.Secrecy;
using OtpFunctions.Core.Storage;

namespace OtpFunctions.Tests.Fakes;

/// <summary>One instance's budget over a store of counters.</summary>
internal sealed class BudgetBench
{
    private static readonly Task<Result<string>> Allowed = Task.FromResult<Result<string>>("caller");

    public BudgetBench(
        IStateStore<BudgetState> store, ManualClock clock, DestinationOptions options, int blocksKept = 1000) =>
        Budget = new SendBudget(
            new StateUpdater<BudgetState>(store, clock), new KeyHasher(Keys.Pepper), options, clock, blocksKept);

    public SendBudget Budget { get; }

    /// <summary>Caps that no test reaches unless it sets them lower.</summary>
    public static DestinationOptions Wide() => new()
    {
        Countries = "*",
        PerCountryPerDay = 1_000_000,
        PerPrefixPerDay = 1_000_000,
        SmsPerDay = 1_000_000,
        EmailPerDay = 1_000_000,
    };

    public ValueTask<Result<BudgetPermit>> ReserveAsync(string to, Task<Result<string>>? caller = null) =>
        Budget.ReserveAsync(CodeBench.To(to), caller ?? Allowed, CancellationToken.None);

    /// <summary>How many messages are still permitted, which are then spent.</summary>
    public async Task<int> SpendAsync(string to)
    {
        for (var count = 0; ; count++)
        {
            if ((await ReserveAsync(to)).Failure is { } failure)
            {
                Assert.Equal(FailureCode.BudgetSpent, failure.Code);
                return count;
            }
        }
    }
}
