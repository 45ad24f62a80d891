namespace OtpFunctions.Tests.Fixtures;

/// <summary>A deployed service to test instead of a local process: OTP_BASE_URL, OTP_CONSOLE_KEY, OTP_FUNCTION_KEY.</summary>
public static class Deployment
{
    public static Uri? Address { get; } =
        Environment.GetEnvironmentVariable("OTP_BASE_URL") is { Length: > 0 } url
            ? new Uri(url.TrimEnd('/') + "/")
            : null;

    public static string ConsoleKey => Environment.GetEnvironmentVariable("OTP_CONSOLE_KEY")
        ?? throw new InvalidOperationException("OTP_BASE_URL is set, so OTP_CONSOLE_KEY must hold its console key.");

    public static string FunctionKey => Environment.GetEnvironmentVariable("OTP_FUNCTION_KEY")
        ?? throw new InvalidOperationException("OTP_BASE_URL is set, so OTP_FUNCTION_KEY must hold its host key.");

    internal static string? WhySkipped =>
        Address is null ? null : "Needs a process of its own: its settings, its storage, its outbox or its output.";
}
