namespace OtpFunctions.Tests.Fixtures;

/// <summary>A fact about a process of our own: skipped, visibly, when a deployed service is tested.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LocalFactAttribute : FactAttribute
{
    public LocalFactAttribute() => Skip = Deployment.WhySkipped;
}
