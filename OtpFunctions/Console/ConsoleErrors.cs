using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using OtpFunctions.Core;
using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Telemetry;
using OtpFunctions.Http;

namespace OtpFunctions.Console;

/// <summary>Refusals of routes of our own, as problem details (RFC 9457).</summary>
internal sealed class ConsoleErrors : IErrorShape
{
    public const string Prefix = "Console";

    public string FunctionPrefix => Prefix;

    public static IResult Unauthorized { get; } =
        Problem(StatusCodes.Status401Unauthorized, "Unauthorized", "Send Authorization: Bearer with the console key.");

    /// <summary>Where a body is a list.</summary>
    public static IResult NoList { get; } = Problem(
        StatusCodes.Status400BadRequest, "Bad request", "The body must be one JSON list, each name in an object once.");

    /// <summary>A delivery report came before its message's record.</summary>
    public static IResult TooEarly { get; } = Problem(
        StatusCodes.Status503ServiceUnavailable,
        "Too early",
        "A message reported on is not recorded yet.",
        TimeSpan.FromSeconds(10));

    IResult IErrorShape.For(Failure failure) => For(failure);

    public static IResult For(Failure failure)
    {
        CodeMetrics.Refused("console", failure.Code);
        var (status, title) = Describe(failure.Code);
        return Problem(status, title, DetailOf(failure), failure.RetryAfter);
    }

    /// <summary>One field that is not what it should be.</summary>
    public static IResult BadField(string name, string expected) =>
        Problem(StatusCodes.Status400BadRequest, "Bad request", $"{name} must be {expected}.");

    public static IResult NotFound(string title) => Problem(StatusCodes.Status404NotFound, title, null);

    public static IResult Taken(string detail) => Problem(StatusCodes.Status409Conflict, "Conflict", detail);

    public static IResult TooLarge(int maxBytes) =>
        Problem(StatusCodes.Status413PayloadTooLarge, "Payload too large", $"A body has at most {maxBytes} bytes.");

    public static IResult For(BodyProblem problem) => problem switch
    {
        BodyProblem.TooLarge => TooLarge(JsonBody.MaxBytes),
        BodyProblem.Malformed => Problem(
            StatusCodes.Status400BadRequest, "Bad request", "The body must be one JSON object, each name once."),
    };

    public static IResult For(FieldProblem problem) => BadField(problem.Name, problem.Expected switch
    {
        JsonType.Text => problem.IsMissing ? "given, a string" : "a string",
        JsonType.Integer => problem.IsMissing ? "given, a whole number" : "a whole number",
        JsonType.Truth => problem.IsMissing ? "given, true or false" : "true or false",
    });

    private static string? DetailOf(Failure failure) => failure switch
    {
        { Code: FailureCode.UserNameTaken } => "userName is another user's.",
        { Code: FailureCode.AddressTaken, Channel: DeliveryChannel.Email } => "email is another user's.",
        { Code: FailureCode.AddressTaken, Channel: DeliveryChannel.Sms } => "telephone is another user's.",
        _ => null,
    };

    private static JsonAnswer<ProblemDetails> Problem(
        int status, string title, string? detail, TimeSpan? retryAfter = null) =>
        new(new(title, status, detail), ConsoleJson.Default.ProblemDetails, status, ContentTypes.Problem)
        {
            RetryAfter = retryAfter,
        };

    private static (int Status, string Title) Describe(FailureCode code) => code switch
    {
        FailureCode.ApplicationUnknown => (StatusCodes.Status404NotFound, "No such application"),
        FailureCode.ApplicationSecretWrong => (StatusCodes.Status403Forbidden, "Wrong secret"),
        FailureCode.CodeRejected => (StatusCodes.Status400BadRequest, "Code wrong or expired"),
        FailureCode.RecipientRefused => (StatusCodes.Status400BadRequest, "Recipient refused"),
        FailureCode.AddressInvalid => (StatusCodes.Status400BadRequest, "Not an address"),
        FailureCode.AddressAlreadyBound => (StatusCodes.Status409Conflict, "Address already bound"),
        FailureCode.ChannelClosed => (StatusCodes.Status400BadRequest, "Channel closed"),
        FailureCode.UserUnknown => (StatusCodes.Status404NotFound, "No such user"),
        FailureCode.AddressNotBound => (StatusCodes.Status400BadRequest, "No address bound"),
        FailureCode.UserNameTaken => (StatusCodes.Status409Conflict, "User name taken"),
        FailureCode.AddressTaken => (StatusCodes.Status409Conflict, "Address taken"),
        FailureCode.CallerUnknown => (StatusCodes.Status404NotFound, "No such caller"),
        FailureCode.PermissionMissing => (StatusCodes.Status403Forbidden, "Permission missing"),
        FailureCode.SessionMissing => (StatusCodes.Status401Unauthorized, "Not signed in"),
        FailureCode.SessionOfAnother => (StatusCodes.Status401Unauthorized, "Session of another account"),
        FailureCode.SessionExpired => (StatusCodes.Status401Unauthorized, "Session expired"),
        FailureCode.CallerTooOften => (StatusCodes.Status429TooManyRequests, "Too many calls"),
        FailureCode.DestinationRefused => (StatusCodes.Status400BadRequest, "Destination refused"),
        FailureCode.BudgetSpent => (StatusCodes.Status429TooManyRequests, "Daily cap spent"),
        FailureCode.TemplateUnavailable => (StatusCodes.Status400BadRequest, "Template unavailable"),
        FailureCode.TooOften => (StatusCodes.Status429TooManyRequests, "Too often"),
        FailureCode.DayLimitReached => (StatusCodes.Status429TooManyRequests, "Day limit reached"),
        FailureCode.DeliveryFailed => (StatusCodes.Status503ServiceUnavailable, "Delivery failed"),
        FailureCode.PictureFailed => (StatusCodes.Status500InternalServerError, "Picture not made"),
        FailureCode.DeliveryTimedOut => (StatusCodes.Status503ServiceUnavailable, "Delivery not answered"),
        FailureCode.Contended => (StatusCodes.Status503ServiceUnavailable, "Too many writers"),
        FailureCode.StorageUnavailable => (StatusCodes.Status503ServiceUnavailable, "Storage unavailable"),
        FailureCode.Unexpected => (StatusCodes.Status500InternalServerError, "Internal error"),
    };

    internal sealed record ProblemDetails(
        string Title,
        int Status,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Detail,
        string Type = "about:blank");
}
