using Microsoft.AspNetCore.Http;
using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Records;
using OtpFunctions.Http;

namespace OtpFunctions.Console;

/// <summary>What the console answers about messages: never a code, addresses masked.</summary>
internal static class RecordResponses
{
    public static IResult Page(RecordPage page) => new JsonAnswer<PageView>(
        new([.. page.List.Select(View)], page.Total, page.More), ConsoleJson.Default.RecordPageView);

    public static IResult Statistics(IReadOnlyList<KeyValuePair<TallyKey, Tally>> sums) =>
        new JsonAnswer<StatisticsView>(new([.. sums.Select(View)]), ConsoleJson.Default.StatisticsView);

    private static RecordView View(MessageRecord record) => new(
        record.Id.ToString(),
        record.Dialect,
        record.Application,
        record.Template,
        record.Recipient,
        NameOf(record.Channel),
        record.CreatedAt.UtcDateTime,
        record.ExpiresAt?.UtcDateTime,
        record.Sent,
        record.Delivered,
        record.DeliveryStatus,
        record.Failures,
        record.MaxFailures,
        record.VerifiedAt is not null,
        record.VerifiedAt?.UtcDateTime);

    private static TallyView View(KeyValuePair<TallyKey, Tally> sum) => new(
        sum.Key.Day,
        sum.Key.Dialect,
        NameOf(sum.Key.Channel),
        sum.Value.Sent,
        sum.Value.NotSent,
        sum.Value.Verified,
        sum.Value.Failures,
        sum.Value.Delivered,
        sum.Value.Undelivered);

    private static string NameOf(DeliveryChannel channel) => channel switch
    {
        DeliveryChannel.Email => "email",
        DeliveryChannel.Sms => "sms",
    };

    internal sealed record PageView(IReadOnlyList<RecordView> List, int Total, bool More);

    internal sealed record RecordView(
        string Id,
        string Dialect,
        string ClientId,
        string Template,
        string Recipient,
        string Channel,
        DateTime CreateDate,
        DateTime? ExpireDate,
        bool? SendSuccess,
        bool? Delivered,
        string? DeliveryStatus,
        int FailCount,
        int MaxFailCount,
        bool VerifySuccess,
        DateTime? VerifyDate);

    internal sealed record StatisticsView(IReadOnlyList<TallyView> List);

    internal sealed record TallyView(
        DateOnly Day,
        string Dialect,
        string Channel,
        long Sent,
        long NotSent,
        long Verified,
        long Failures,
        long Delivered,
        long Undelivered);
}
