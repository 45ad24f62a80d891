using System.Runtime.Serialization;
using Azure;
using Azure.Data.Tables;

namespace StandIns.Tests.Tables;

public sealed class EveryType : ITableEntity
{
    public string PartitionKey { get; set; } = "partition";

    public string RowKey { get; set; } = "row";

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }

    public string? Text { get; set; }

    public bool Flag { get; set; }

    public int Int { get; set; }

    public long Long { get; set; }

    public double Double { get; set; }

    public DateTime Time { get; set; } = DateTime.UnixEpoch;

    public DateTimeOffset Moment { get; set; } = DateTimeOffset.UnixEpoch;

    public Guid Id { get; set; }

    public byte[]? Bytes { get; set; }

    public BinaryData? Data { get; set; }

    public Suit Suit { get; set; }

    public bool? MaybeFlag { get; set; }

    public int? MaybeInt { get; set; }

    public long? MaybeLong { get; set; }

    public double? MaybeDouble { get; set; }

    public DateTimeOffset? MaybeMoment { get; set; }

    public Guid? MaybeId { get; set; }

    public Suit? MaybeSuit { get; set; }

    [DataMember(Name = "other_name")]
    public string? Renamed { get; init; }

    [IgnoreDataMember]
    public object? Ignored { get; set; } = new();

    public int Computed => Int + 1;
}
