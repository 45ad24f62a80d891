namespace OtpFunctions.Http;

/// <summary>The content types of answers.</summary>
internal static class ContentTypes
{
    public const string Json = "application/json; charset=utf-8";

    /// <summary>RFC 9457, for routes of our own.</summary>
    public const string Problem = "application/problem+json; charset=utf-8";
}
