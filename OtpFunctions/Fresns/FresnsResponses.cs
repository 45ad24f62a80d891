using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using OtpFunctions.Core.Delivery.Messages;
using OtpFunctions.Http;

namespace OtpFunctions.Fresns;

/// <summary>The envelope of every answer: code, message, data; HTTP 200 whatever the code, and the header Fresns-Api.</summary>
internal static class FresnsResponses
{
    private static readonly FresnsJson Json = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static IResult Ok(MessageLanguage language) => Error(FresnsCode.Ok, language);

    public static IResult Error(
        FresnsCode code,
        MessageLanguage language,
        TimeSpan? retryAfter = null,
        int status = StatusCodes.Status200OK) =>
        new JsonAnswer<Envelope>(new((int)code, FresnsTexts.Of(code, language), null), Json.Envelope, status)
        {
            RetryAfter = retryAfter,
            Header = ("Fresns-Api", "v2"),
        };

    internal sealed record Envelope(int Code, string Message, object? Data);
}

/// <summary>The generated writer of <see cref="FresnsResponses"/>.</summary>
[JsonSerializable(typeof(FresnsResponses.Envelope))]
internal sealed partial class FresnsJson : JsonSerializerContext;
