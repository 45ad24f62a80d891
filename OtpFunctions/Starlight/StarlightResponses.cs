using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Codes;
using OtpFunctions.Core.Secrecy;
using OtpFunctions.Http;

namespace OtpFunctions.Starlight;

/// <summary>The envelope of every answer: uuid, code, info, kind, total, spec; HTTP 200 whatever the code.</summary>
internal static class StarlightResponses
{
    private const int Success = 200;
    private const string Kind = "verification code";

    private static readonly StarlightJson Json = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    });

    /// <summary>The code and where it went: null where that is an address the user no longer has.</summary>
    public static IResult Sent(Address? to, IssuedCode issued) => new JsonAnswer<Envelope<SentSpec>>(
        new(
            RandomId.Uuid(),
            Success,
            "",
            Kind,
            0,
            new(
                issued.Code,
                to is EmailAddress ? to.Masked : "",
                to is PhoneNumber ? to.Masked : "",
                issued.Sent)),
        Json.EnvelopeSentSpec);

    public static IResult Checked() => new JsonAnswer<Envelope<bool>>(
        new(RandomId.Uuid(), Success, "", Kind, 1, true), Json.EnvelopeBoolean);

    public static IResult Error(int code, string info, int status = StatusCodes.Status200OK, TimeSpan? retryAfter = null) =>
        new JsonAnswer<Envelope<object?>>(new(RandomId.Uuid(), code, info, "", 0, null), Json.EnvelopeObject, status)
        {
            RetryAfter = retryAfter,
        };

    internal sealed record Envelope<T>(string Uuid, int Code, string Info, string Kind, int Total, T Spec);

    internal sealed record SentSpec(string VerificationCode, string Email, string Telephone, bool ActuallySend);
}

/// <summary>The generated writers of <see cref="StarlightResponses"/>.</summary>
[JsonSerializable(typeof(StarlightResponses.Envelope<StarlightResponses.SentSpec>))]
[JsonSerializable(typeof(StarlightResponses.Envelope<bool>))]
[JsonSerializable(typeof(StarlightResponses.Envelope<object>))]
internal sealed partial class StarlightJson : JsonSerializerContext;
