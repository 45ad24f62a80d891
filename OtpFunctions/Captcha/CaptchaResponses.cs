using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using OtpFunctions.Core.Captchas;
using OtpFunctions.Core.Captchas.Work;
using OtpFunctions.Http;

namespace OtpFunctions.Captcha;

/// <summary>The envelope of every answer: id, status, message, data; HTTP 200 whatever the status.</summary>
internal static class CaptchaResponses
{
    private const int Success = 0;
    private const string Successful = "successful";
    private const string Extension = ".png";
    private const string TimeForm = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    private static readonly CaptchaJson Json = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    });

    /// <summary>The name a picture is fetched by, out of the file name it was answered as; or null.</summary>
    public static string? NameOf(string file) =>
        file.EndsWith(Extension, StringComparison.Ordinal) ? file[..^Extension.Length] : null;

    public static IResult Drawn(long id, NewPicture picture) => picture.Name is { } name
        ? new JsonAnswer<Envelope<PictureData>>(
            new(id, Success, Successful, new(picture.Code, name + Extension, picture.Rand)), Json.EnvelopePictureData)
        : new JsonAnswer<Envelope<InlineData>>(
            new(id, Success, Successful, new(picture.Png, picture.Rand)), Json.EnvelopeInlineData);

    public static IResult Sent(long id, NewSmsCode code) => new JsonAnswer<Envelope<SmsData>>(
        new(id, Success, Successful, new(code.Title, code.Rand)), Json.EnvelopeSmsData);

    public static IResult Challenged(long id, WorkChallenge challenge) => new JsonAnswer<Envelope<WorkData>>(
        new(
            id,
            Success,
            Successful,
            new(
                challenge.Challenge,
                challenge.Difficulty,
                challenge.ExpiresAt.UtcDateTime.ToString(TimeForm, CultureInfo.InvariantCulture))),
        Json.EnvelopeWorkData);

    public static IResult Right(long id) => Empty(id, Success, Successful);

    public static IResult Error(
        long id, int status, string message, TimeSpan? retryAfter = null, int httpStatus = StatusCodes.Status200OK) =>
        Empty(id, status, message, retryAfter, httpStatus);

    private static JsonAnswer<Envelope<NoData>> Empty(
        long id, int status, string message, TimeSpan? retryAfter = null, int httpStatus = StatusCodes.Status200OK) =>
        new(new(id, status, message, new()), Json.EnvelopeNoData, httpStatus) { RetryAfter = retryAfter };

    internal sealed record Envelope<T>(long Id, int Status, string Message, T Data);

    internal sealed record PictureData(string Code, string Addr, string Rand);

    /// <param name="Imgdata">Written as base64.</param>
    /// <param name="Rand">Goes with the answer.</param>
    internal sealed record InlineData(ReadOnlyMemory<byte> Imgdata, string Rand);

    internal sealed record SmsData(string Title, string Rand);

    internal sealed record WorkData(string Challenge, int Difficulty, string Expires);

    internal sealed record NoData;
}

/// <summary>The generated writers of <see cref="CaptchaResponses"/>.</summary>
[JsonSerializable(typeof(CaptchaResponses.Envelope<CaptchaResponses.PictureData>))]
[JsonSerializable(typeof(CaptchaResponses.Envelope<CaptchaResponses.InlineData>))]
[JsonSerializable(typeof(CaptchaResponses.Envelope<CaptchaResponses.SmsData>))]
[JsonSerializable(typeof(CaptchaResponses.Envelope<CaptchaResponses.WorkData>))]
[JsonSerializable(typeof(CaptchaResponses.Envelope<CaptchaResponses.NoData>))]
internal sealed partial class CaptchaJson : JsonSerializerContext;
