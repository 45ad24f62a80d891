namespace OtpFunctions.Tests.Fixtures;

/// <summary>A theory about a process of our own: skipped, visibly, when a deployed service is tested.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LocalTheoryAttribute : TheoryAttribute
{
    public LocalTheoryAttribute() => Skip = Deployment.WhySkipped;
}
