namespace OtpFunctions.Tests.Fixtures;

/// <summary>A fact of a long run, about a process of our own: skipped, visibly, in any other.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SoakFactAttribute : FactAttribute
{
    public SoakFactAttribute() =>
        Skip = Deployment.WhySkipped ?? (Soak.IsOn ? null : "Takes minutes: part of a soak run (OTP_SOAK=1).");
}
