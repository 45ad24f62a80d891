using System.Globalization;
using Azure.Data.Tables;
using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Records;

namespace OtpFunctions.Core.Storage;

/// <summary>How a record lies in its row. Each kind of note writes columns that no other does.</summary>
internal static class RecordRow
{
    public const string Recipient = "Recipient";
    public const string RecipientHash = "RecipientHash";
    public const string Application = "Application";
    public const string Dialect = "Dialect";
    public const string Channel = "Channel";
    public const string Sent = "Sent";
    public const string VerifiedAt = "VerifiedAt";
    private const string Template = "Template";
    private const string ExpiresAt = "ExpiresAt";
    private const string MaxFailures = "MaxFailures";
    private const string Delivered = "Delivered";
    private const string DeliveryStatus = "DeliveryStatus";
    private const string ReportedAt = "ReportedAt";

    // The highest limit that a dialect has; a higher count than this is shown as this.
    private const int MostFailures = 20;

    // Wrong tries are judged by several instances, which write in any order: a column a count, of which the highest holds.
    private static readonly string[] Failed =
        [.. Enumerable.Range(1, MostFailures).Select(count => string.Create(CultureInfo.InvariantCulture, $"Failed{count}"))];

    /// <summary>The columns that are read: all but the hash and the time of purging.</summary>
    public static readonly string[] Columns =
    [
        nameof(TableEntity.PartitionKey), nameof(TableEntity.RowKey), Dialect, Channel, Application, Template, Recipient,
        ExpiresAt, Sent, Delivered, DeliveryStatus, ReportedAt, MaxFailures, VerifiedAt, .. Failed,
    ];

    /// <summary>Where the record of a message lies.</summary>
    public static string PartitionOf(RecordId id) => PartitionOf(id.Lane, id.Day);

    /// <summary>The newest day of a lane first: a query answers in the order of keys.</summary>
    public static string PartitionOf(char lane, DateOnly day) => string.Create(
        CultureInfo.InvariantCulture, $"{lane}{99_999_999 - (((day.Year * 100) + day.Month) * 100) - day.Day:D8}");

    /// <summary>Where what is past its time can lie, records and counts: the days before the last that are kept.</summary>
    public static IEnumerable<KeyRange> RangesPast(DateTimeOffset now)
    {
        var day = DateOnly.FromDateTime(now.UtcDateTime.AddDays(-RecordDays.Kept));
        return RecordId.Lanes.Append(TallyRow.Lane).Select(lane => new KeyRange(PartitionOf(lane, day), $"{lane}:"));
    }

    public static TableEntity Of(RecordChange change)
    {
        var row = new TableEntity(PartitionOf(change.Id), change.Id.RowKey)
        {
            [Dialect] = change.Dialect,
            [Channel] = change.Channel.ToString(),
            [ExpiredRows.PurgeAfterColumn] = RecordDays.PurgeAfter(change.Id.Time),
        };
        if (change.Send is { } send)
        {
            row[Recipient] = send.To?.Masked;
            row[RecipientHash] = send.RecipientHash;
            row[Application] = send.Application;
            row[Template] = send.Template;
            row[ExpiresAt] = DateTimeOffset.FromUnixTimeMilliseconds(send.Time);
            row[MaxFailures] = send.Failures;
            row[Sent] = send.Kind == JournalEntryKind.Sent;
        }

        if (change.VerifiedAt is { } verifiedAt)
        {
            row[VerifiedAt] = DateTimeOffset.FromUnixTimeMilliseconds(verifiedAt);
        }

        if (change.Failures > 0)
        {
            row[Failed[Math.Min(change.Failures, MostFailures) - 1]] = true;
        }

        return row;
    }

    /// <summary>What a report sets.</summary>
    public static TableEntity Of(RecordId id, DeliveryReport report, bool? delivered) =>
        new(PartitionOf(id), id.RowKey)
        {
            [Delivered] = delivered,
            [DeliveryStatus] = report.Status,
            [ReportedAt] = report.At,
        };

    public static MessageRecord Read(TableEntity row) => new()
    {
        Id = RecordId.OfRow(row.RowKey),
        Dialect = Text(row, Dialect),
        Channel = Enum.Parse<DeliveryChannel>(Text(row, Channel)),
        Application = Text(row, Application),
        Template = Text(row, Template),
        Recipient = Text(row, Recipient),
        ExpiresAt = row.GetDateTimeOffset(ExpiresAt),
        Sent = row.GetBoolean(Sent),
        Delivered = row.GetBoolean(Delivered),
        DeliveryStatus = row.GetString(DeliveryStatus),
        ReportedAt = row.GetDateTimeOffset(ReportedAt),
        Failures = Array.FindLastIndex(Failed, column => row.GetBoolean(column) == true) + 1,
        MaxFailures = row.GetInt32(MaxFailures).GetValueOrDefault(),
        VerifiedAt = row.GetDateTimeOffset(VerifiedAt),
    };

    private static string Text(TableEntity row, string column) => row.GetString(column) ?? "";
}
