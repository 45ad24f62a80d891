namespace OtpFunctions.Core.Limits.Budgets;

/// <summary>What an instance was given of a day's cap.</summary>
/// <param name="Count">How many sends.</param>
/// <param name="IsLast">Whether nothing is left for anyone until the next day.</param>
internal sealed record BudgetBlockSize(int Count, bool IsLast);
