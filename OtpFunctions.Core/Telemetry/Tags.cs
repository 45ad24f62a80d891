namespace OtpFunctions.Core.Telemetry;

/// <summary>
/// The names of tags. The values of each are few and known: names of enums, of our dialects, tables and operations; never
/// what somebody sent, nor what leads back to it.
/// </summary>
internal static class Tags
{
    public const string Dialect = "otp.dialect";
    public const string Channel = "otp.channel";
    public const string Provider = "otp.provider";
    public const string Captcha = "otp.captcha";
    public const string Table = "otp.table";
    public const string Operation = "otp.operation";
    public const string Outcome = "otp.outcome";
}
