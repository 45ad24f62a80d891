using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Limits;
using OtpFunctions.Core.Limits.Budgets;

namespace OtpFunctions.Core.Codes;

/// <summary>What stands between a caller and a message, whatever the dialect: the recipient's limits and the day's budget.</summary>
internal sealed class SendGuards(RecipientLimits limits, SendBudget budget)
{
    // Whoever asks has been judged.
    private static readonly Task<Result<string>> Anyone = Task.FromResult<Result<string>>("");

    /// <summary>What holds for the recipient.</summary>
    public RecipientLimits Limits => limits;

    /// <summary>A message of the day's budget for an address to which a code goes in place of its recipient.</summary>
    public ValueTask<Result<BudgetPermit>> ReserveAsync(Address to, CancellationToken cancellation) =>
        budget.ReserveAsync(to, Anyone, cancellation);

    /// <summary>The rules with the budget's answer, asked side by side. Refused by the rules, nothing is taken.</summary>
    public async Task<Result<Clearance>> ClearAsync(
        Address to, Task<Result<CodePolicy>> policy, CancellationToken cancellation)
    {
        var reserving = budget.ReserveAsync(to, policy, cancellation).AsTask();
        await Task.WhenAll(policy, reserving).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (policy.IsCompletedSuccessfully && await policy is { Succeeded: true } rules)
        {
            var permit = await reserving;
            permit.Value?.TakeAhead();
            return new Clearance(rules.Value, permit);
        }

        if (reserving.IsCompletedSuccessfully)
        {
            (await reserving).Value?.Return();
        }

        return (await policy).Failure!;
    }
}
