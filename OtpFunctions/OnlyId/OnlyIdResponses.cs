using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using OtpFunctions.Core.Codes;
using OtpFunctions.Http;

namespace OtpFunctions.OnlyId;

/// <summary>The answers, field for field as in the document.</summary>
internal static class OnlyIdResponses
{
    private static readonly OnlyIdJson Json = new(
        new JsonSerializerOptions(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private static readonly JsonAnswer<VerifyOtpResponse> Verified = new(new("success"), Json.VerifyOtpResponse);

    public static IResult Success => Verified;

    public static IResult Error(string text, int status, TimeSpan? retryAfter = null) =>
        new JsonAnswer<OnlyIdError>(new(text), Json.OnlyIdError, status) { RetryAfter = retryAfter };

    public static IResult Sent(string recipient, IssuedCode issued, TimeZoneInfo zone) => new JsonAnswer<SendOtpResponse>(
        new(recipient, issued.Code, Local(issued.CreatedAt, zone), Local(issued.ExpiresAt, zone), issued.MaxFailures),
        Json.SendOtpResponse);

    private static string Local(DateTimeOffset time, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(time, zone).ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);

    internal sealed record SendOtpResponse(
        string Recipient, string Code, string CreateDate, string ExpireDate, int MaxFailCount);

    internal sealed record VerifyOtpResponse(string Result);

    internal sealed record OnlyIdError(string Error);
}

/// <summary>The generated writers of <see cref="OnlyIdResponses"/>.</summary>
[JsonSerializable(typeof(OnlyIdResponses.SendOtpResponse))]
[JsonSerializable(typeof(OnlyIdResponses.VerifyOtpResponse))]
[JsonSerializable(typeof(OnlyIdResponses.OnlyIdError))]
internal sealed partial class OnlyIdJson : JsonSerializerContext;
