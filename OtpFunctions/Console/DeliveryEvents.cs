using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using OtpFunctions.Core.Records;
using OtpFunctions.Http;

namespace OtpFunctions.Console;

/// <summary>
/// A batch of Event Grid, read: https://learn.microsoft.com/azure/event-grid/event-schema and
/// https://learn.microsoft.com/azure/event-grid/communication-services-email-events (and -sms-events). Addresses in it
/// are passed over.
/// </summary>
/// <param name="Reports">The reports of messages in it; events of other kinds are left out.</param>
/// <param name="ValidationCode">What a new subscription wants to have back, or null.</param>
internal sealed record DeliveryEvents(IReadOnlyList<DeliveryReport> Reports, string? ValidationCode)
{
    /// <summary>The largest batch there is.</summary>
    public const int MaxBytes = 1024 * 1024;

    private const int LongestStatus = 32;
    private const string Validation = "Microsoft.EventGrid.SubscriptionValidationEvent";
    private const string Email = "Microsoft.Communication.EmailDeliveryReportReceived";
    private const string Sms = "Microsoft.Communication.SMSDeliveryReportReceived";

    public static bool TryRead(
        JsonBody body, [NotNullWhen(true)] out DeliveryEvents? events, [NotNullWhen(false)] out IResult? refusal)
    {
        events = null;
        refusal = body.Problem switch
        {
            BodyProblem.TooLarge => ConsoleErrors.TooLarge(MaxBytes),
            BodyProblem.Malformed => ConsoleErrors.NoList,
            null => null,
        };
        if (refusal is null)
        {
            var reports = new List<DeliveryReport>();
            string? code = null;
            foreach (var element in body.Elements)
            {
                if (!TryRead(element, reports, ref code, out refusal))
                {
                    return false;
                }
            }

            events = new DeliveryEvents(reports, code);
        }

        return events is not null;
    }

    /// <summary>200 with what proves that this address is ours.</summary>
    public static IResult Validated(string code) =>
        new JsonAnswer<ValidationView>(new(code), ConsoleJson.Default.ValidationView);

    private static bool TryRead(
        JsonElement element, List<DeliveryReport> reports, ref string? code, [NotNullWhen(false)] out IResult? refusal)
    {
        refusal = null;
        if (element.ValueKind != JsonValueKind.Object
            || new JsonFields(element).OptionalText("eventType") is not { } type)
        {
            refusal = ConsoleErrors.BadField("eventType", "given, a string, in each event");
            return false;
        }

        if (type is not (Validation or Email or Sms))
        {
            return true;
        }

        if (!element.TryGetProperty("data", out var data) || data.ValueKind != JsonValueKind.Object)
        {
            refusal = ConsoleErrors.BadField("data", "given, an object, in each event");
            return false;
        }

        var fields = new JsonFields(data);
        if (type == Validation)
        {
            code = fields.RequiredText("validationCode");
            refusal = fields.Problem is { } problem ? ConsoleErrors.For(problem) : null;
        }
        else
        {
            refusal = Read(fields, isEmail: type == Email, reports);
        }

        return refusal is null;
    }

    private static IResult? Read(JsonFields fields, bool isEmail, List<DeliveryReport> reports)
    {
        var (statusName, timeName) = isEmail
            ? ("status", "deliveryAttemptTimeStamp")
            : ("deliveryStatus", "receivedTimestamp");
        var id = isEmail ? fields.RequiredText("messageId") : fields.OptionalText("tag");
        var status = fields.RequiredText(statusName);
        var time = fields.RequiredText(timeName);
        if (fields.Problem is { } problem)
        {
            return ConsoleErrors.For(problem);
        }

        if (status.Length > LongestStatus || !status.All(char.IsAsciiLetter))
        {
            return ConsoleErrors.BadField(statusName, $"at most {LongestStatus} letters");
        }

        if (!DateTimeOffset.TryParse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            || at < DateTimeOffset.UnixEpoch)
        {
            return ConsoleErrors.BadField(timeName, "a time in ISO 8601");
        }

        reports.Add(new DeliveryReport(id, status, at.ToUniversalTime()));
        return null;
    }

    internal sealed record ValidationView(string ValidationResponse);
}
