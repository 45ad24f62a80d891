using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Records;
using OtpFunctions.Http;

namespace OtpFunctions.Console;

/// <summary>Which page of which records is asked for.</summary>
/// <param name="Query">Which.</param>
/// <param name="Current">The page; 1 unless given.</param>
/// <param name="PageSize">1 to 100; 20 unless given.</param>
internal sealed record RecordRequest(RecordQuery Query, int Current, int PageSize)
{
    private const int UsualSize = 20;
    private const int LargestSize = 100;
    private const int LongestText = 320;

    public static bool TryRead(
        IQueryCollection query,
        JsonFields? body,
        DateTimeOffset now,
        [NotNullWhen(true)] out RecordRequest? request,
        [NotNullWhen(false)] out IResult? refusal)
    {
        request = null;
        refusal = null;
        var keyword = Text(body?.OptionalText("keyword")) ?? Text(query["keyword"]);
        var isAddress = Address.TryParse(keyword, out var address);
        if (body?.Problem is { } problem)
        {
            refusal = ConsoleErrors.For(problem);
        }
        else if (body is null && isAddress)
        {
            refusal = ConsoleErrors.BadField("keyword", "a part of a masked address; a whole one goes in the body of a POST");
        }
        else if (!TryNumber(query["current"], 1, RecordList.MostRows, out var current))
        {
            refusal = ConsoleErrors.BadField("current", $"1 to {RecordList.MostRows}");
        }
        else if (!TryNumber(query["pageSize"], UsualSize, LargestSize, out var size))
        {
            refusal = ConsoleErrors.BadField("pageSize", $"1 to {LargestSize}");
        }
        else if (!RecordDaysQuery.TryRead(query, out var days))
        {
            refusal = RecordDaysQuery.Refusal;
        }
        else if (!TryChannel(query["channel"], out var channel))
        {
            refusal = ConsoleErrors.BadField("channel", "email or sms");
        }
        else if (!TryTruth(query["sendSuccess"], out var sent))
        {
            refusal = ConsoleErrors.BadField("sendSuccess", "true or false");
        }
        else if (!TryTruth(query["verifySuccess"], out var verified))
        {
            refusal = ConsoleErrors.BadField("verifySuccess", "true or false");
        }
        else if (keyword?.Length > LongestText)
        {
            refusal = ConsoleErrors.BadField("keyword", $"at most {LongestText} characters");
        }
        else if (Array.Find(["clientId", "dialect"], name => query[name].ToString().Length > LongestText) is { } name)
        {
            refusal = ConsoleErrors.BadField(name, $"at most {LongestText} characters");
        }
        else
        {
            request = new RecordRequest(
                new RecordQuery
                {
                    Since = now.AddDays(-days),
                    Application = Text(query["clientId"]),
                    Dialect = Text(query["dialect"]),
                    Channel = channel,
                    Sent = sent,
                    Verified = verified,
                    Recipient = address,
                    Masked = isAddress ? null : keyword,
                },
                current,
                size);
        }

        return request is not null;
    }

    /// <summary>No address in a log by accident.</summary>
    public override string ToString() => nameof(RecordRequest);

    // A form sends what was left empty as an empty text.
    private static string? Text(string? value) => string.IsNullOrEmpty(value) ? null : value;

    private static bool TryNumber(string? text, int usual, int most, out int number)
    {
        number = usual;
        return text is null
            || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number)
                && number >= 1 && number <= most);
    }

    private static bool TryChannel(string? text, out DeliveryChannel? channel)
    {
        channel = text switch { "email" => DeliveryChannel.Email, "sms" => DeliveryChannel.Sms, _ => null };
        return channel is not null || string.IsNullOrEmpty(text);
    }

    private static bool TryTruth(string? text, out bool? truth)
    {
        truth = text switch { "true" => true, "false" => false, _ => null };
        return truth is not null || string.IsNullOrEmpty(text);
    }
}
