using Azure.Data.Tables;
using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Records;

namespace OtpFunctions.Core.Storage;

/// <summary>How an instance's counts lie in their row: in a partition a day, apart from the records.</summary>
internal static class TallyRow
{
    /// <summary>What such a partition begins with, and no record's.</summary>
    public const char Lane = '~';

    public static string PartitionOf(DateOnly day) => RecordRow.PartitionOf(Lane, day);

    public static TableEntity Of(TallyKey key, Tally tally, string instance) =>
        new(PartitionOf(key.Day), $"{key.Dialect}~{key.Channel}~{instance}")
        {
            [RecordRow.Dialect] = key.Dialect,
            [RecordRow.Channel] = key.Channel.ToString(),
            [nameof(Tally.Sent)] = tally.Sent,
            [nameof(Tally.NotSent)] = tally.NotSent,
            [nameof(Tally.Verified)] = tally.Verified,
            [nameof(Tally.Failures)] = tally.Failures,
            [nameof(Tally.Delivered)] = tally.Delivered,
            [nameof(Tally.Undelivered)] = tally.Undelivered,
            [ExpiredRows.PurgeAfterColumn] = RecordDays.PurgeAfter(key.Day),
        };

    public static KeyValuePair<TallyKey, Tally> Read(DateOnly day, TableEntity row) => KeyValuePair.Create(
        new TallyKey(
            day,
            row.GetString(RecordRow.Dialect) ?? "",
            Enum.Parse<DeliveryChannel>(row.GetString(RecordRow.Channel) ?? "")),
        new Tally(
            Count(row, nameof(Tally.Sent)),
            Count(row, nameof(Tally.NotSent)),
            Count(row, nameof(Tally.Verified)),
            Count(row, nameof(Tally.Failures)),
            Count(row, nameof(Tally.Delivered)),
            Count(row, nameof(Tally.Undelivered))));

    private static long Count(TableEntity row, string column) => row.GetInt64(column).GetValueOrDefault();
}
