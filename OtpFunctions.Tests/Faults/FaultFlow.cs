using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Faults;

/// <summary>One call of one dialect that is made while the storage fails.</summary>
/// <param name="Name">Dialect and call.</param>
/// <param name="Expected">What it says when all is well: Accepted or Refused.</param>
/// <param name="Judge">Reads an answer, and fails when it is not in the dialect's own shape.</param>
/// <param name="PrepareAsync">Makes what the call needs, while all is well.</param>
internal sealed record FaultFlow(
    string Name, Verdict Expected, Func<Answer, Verdict> Judge, Func<FaultRun, Task<FaultCall>> PrepareAsync)
{
    public override string ToString() => Name;
}
