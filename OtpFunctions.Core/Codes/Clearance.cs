using OtpFunctions.Core.Limits.Budgets;

namespace OtpFunctions.Core.Codes;

/// <summary>What is known of a send beside its recipient.</summary>
/// <param name="Policy">The rules to issue under.</param>
/// <param name="Permit">The message, taken from the day's budget; or why none may go out, for who answers without one.</param>
internal sealed record Clearance(CodePolicy Policy, Result<BudgetPermit> Permit);
