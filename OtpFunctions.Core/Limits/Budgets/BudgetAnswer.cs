namespace OtpFunctions.Core.Limits.Budgets;

/// <summary>What an instance can say of a scope without asking the storage.</summary>
internal enum BudgetAnswer
{
    /// <summary>A send was taken.</summary>
    Taken,

    /// <summary>Nothing is left until the next day.</summary>
    Spent,

    /// <summary>Only the storage knows.</summary>
    Unknown,
}
