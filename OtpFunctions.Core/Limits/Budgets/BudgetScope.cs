namespace OtpFunctions.Core.Limits.Budgets;

/// <summary>What is counted together on one day.</summary>
/// <param name="Key">Names the counter's row: a keyed hash, since a number's prefix is personal.</param>
/// <param name="Cap">How many sends the day has.</param>
/// <param name="EndsAt">The end of the day, Unix milliseconds.</param>
/// <param name="IsNarrow">Whether few recipients share it, so that mostly nobody has sent to it on this day.</param>
internal sealed record BudgetScope(string Key, int Cap, long EndsAt, bool IsNarrow);
