using OtpFunctions.Core;
using OtpFunctions.Core.Limits.Budgets;
using OtpFunctions.Tests.Fakes;

namespace OtpFunctions.Tests.Model;

/// <summary>
/// A day's budget that no plan spends. Its shares are taken before a run, since taking one is work for the thread pool,
/// which no scheduler orders.
/// </summary>
internal sealed class Budget
{
    private const int MostSends = 40;
    private readonly BudgetBench _bench;

    public Budget()
    {
        var options = BudgetBench.Wide();
        (options.SmsPerDay, options.EmailPerDay) = (100_000_000, 100_000_000);
        (options.PerCountryPerDay, options.PerPrefixPerDay) = (100_000_000, 100_000_000);
        _bench = new BudgetBench(new MemoryBudgetStore(), new ManualClock(), options);
    }

    public SendBudget Sends => _bench.Budget;

    /// <summary>Sets enough aside for every place.</summary>
    public async Task PrepareAsync()
    {
        foreach (var place in Place.All)
        {
            List<Result<BudgetPermit>> permits = [];
            for (var send = 0; send < MostSends; send++)
                permits.Add(await _bench.ReserveAsync(place.Text));

            foreach (var permit in permits)
                permit.Value!.Return();
        }
    }
}
