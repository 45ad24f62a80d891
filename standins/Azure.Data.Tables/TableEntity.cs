namespace Azure.Data.Tables;

public partial class TableEntity : ITableEntity, IDictionary<string, object?>
{
    internal const string ETagName = "odata.etag";
    internal const string TimestampName = nameof(Timestamp);

    public TableEntity() => Properties = [];

    public TableEntity(string partitionKey, string rowKey)
        : this()
    {
        PartitionKey = partitionKey;
        RowKey = rowKey;
    }

    public TableEntity(IDictionary<string, object?> values) => Properties = values is null ? [] : new(values);

    public string PartitionKey
    {
        get => GetString(nameof(PartitionKey))!;
        set => Properties[nameof(PartitionKey)] = value;
    }

    public string RowKey
    {
        get => GetString(nameof(RowKey))!;
        set => Properties[nameof(RowKey)] = value;
    }

    public DateTimeOffset? Timestamp
    {
        get => GetDateTimeOffset(TimestampName);
        set => Properties[TimestampName] = value;
    }

    public ETag ETag
    {
        get => GetString(ETagName) is { } value ? new ETag(value) : default;
        set => Properties[ETagName] = value.ToString();
    }

    internal Dictionary<string, object?> Properties { get; }

    public string? GetString(string key) => Get<string>(key);

    public byte[]? GetBinary(string key) => Value(key) switch
    {
        BinaryData data => data.ToArray(),
        var value => As<byte[]>(value),
    };

    public BinaryData? GetBinaryData(string key) => Value(key) switch
    {
        byte[] bytes => BinaryData.FromBytes(bytes),
        var value => As<BinaryData>(value),
    };

    public bool? GetBoolean(string key) => Get<bool?>(key);

    public DateTime? GetDateTime(string key) => Value(key) switch
    {
        DateTimeOffset value => value.UtcDateTime,
        var value => As<DateTime?>(value),
    };

    public DateTimeOffset? GetDateTimeOffset(string key) => Value(key) switch
    {
        DateTime value => new DateTimeOffset(value),
        var value => As<DateTimeOffset?>(value),
    };

    public double? GetDouble(string key) => Get<double?>(key);

    public Guid? GetGuid(string key) => Get<Guid?>(key);

    public int? GetInt32(string key) => Get<int?>(key);

    public long? GetInt64(string key) => Get<long?>(key);

    private T? Get<T>(string key) => As<T>(Value(key));

    private object? Value(string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return Properties.GetValueOrDefault(key);
    }

    private static T? As<T>(object? value) => value switch
    {
        null => default,
        T typed => typed,
        _ => throw new InvalidOperationException(
            $"Cannot return {typeof(T)} type for a {value.GetType()} typed property."),
    };
}
