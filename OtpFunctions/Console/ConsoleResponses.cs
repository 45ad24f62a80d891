using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using OtpFunctions.Core.Directory;
using OtpFunctions.Http;

namespace OtpFunctions.Console;

/// <summary>What the console answers. Dates are ISO 8601 in UTC.</summary>
internal static class ConsoleResponses
{
    public static IResult Created(NewSecret made) => Secret(made, StatusCodes.Status201Created);

    public static IResult Rotated(NewSecret made) => Secret(made, StatusCodes.Status200OK);

    public static IResult One(Application application) =>
        new JsonAnswer<ApplicationView>(View(application), ConsoleJson.Default.ApplicationView);

    public static IResult Page(IReadOnlyList<Application> page, bool isFull) => new JsonAnswer<PageView>(
        new([.. page.Select(View)], isFull ? page[^1].ClientId : null), ConsoleJson.Default.PageView);

    public static IResult Otp(OtpSettings otp) =>
        new JsonAnswer<OtpConfigView>(View(otp), ConsoleJson.Default.OtpConfigView);

    private static JsonAnswer<SecretView> Secret(NewSecret made, int status) => new(
        new(made.Application.ClientId, made.Secret, made.Application.Name, made.Application.CreatedAt.UtcDateTime),
        ConsoleJson.Default.SecretView,
        status);

    private static ApplicationView View(Application application) => new(
        application.ClientId, application.Name, application.CreatedAt.UtcDateTime, View(application.Otp));

    private static OtpConfigView View(OtpSettings otp) => new(
        otp.Length, OtpConfig.NameOf(otp.Alphabet), otp.ExpireMinutes, otp.MaxFailures, otp.Reuse);

    internal sealed record SecretView(string ClientId, string ClientSecret, string Name, DateTime CreateDate);

    internal sealed record ApplicationView(string ClientId, string Name, DateTime CreateDate, OtpConfigView OtpConfig);

    internal sealed record PageView(IReadOnlyList<ApplicationView> List, string? Next);

    internal sealed record OtpConfigView(int Length, string Type, int ExpireMin, int MaxFailCount, bool Reuse);
}

/// <summary>The generated writers of the console.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ConsoleResponses.SecretView))]
[JsonSerializable(typeof(ConsoleResponses.ApplicationView))]
[JsonSerializable(typeof(ConsoleResponses.PageView))]
[JsonSerializable(typeof(ConsoleResponses.OtpConfigView))]
[JsonSerializable(typeof(UserResponses.UserView))]
[JsonSerializable(typeof(UserResponses.PageView), TypeInfoPropertyName = "UserPageView")]
[JsonSerializable(typeof(UserResponses.SessionView))]
[JsonSerializable(typeof(CallerResponses.CallerView))]
[JsonSerializable(typeof(CallerResponses.TokenView))]
[JsonSerializable(typeof(CallerResponses.PageView), TypeInfoPropertyName = "CallerPageView")]
[JsonSerializable(typeof(RecordResponses.PageView), TypeInfoPropertyName = "RecordPageView")]
[JsonSerializable(typeof(RecordResponses.StatisticsView))]
[JsonSerializable(typeof(DeliveryEvents.ValidationView))]
[JsonSerializable(typeof(ConsoleErrors.ProblemDetails))]
internal sealed partial class ConsoleJson : JsonSerializerContext;
