namespace Azure.Data.Tables.Http;

/// <summary>A key in a path: a quote is doubled, then everything reserved is percent-encoded.</summary>
internal static class Key
{
    public static string Path(string table, string partitionKey, string rowKey) => $"/{table}{Of(partitionKey, rowKey)}";

    public static string Of(string partitionKey, string rowKey)
    {
        ArgumentNullException.ThrowIfNull(partitionKey);
        ArgumentNullException.ThrowIfNull(rowKey);
        return $"(PartitionKey={Quoted(partitionKey)},RowKey={Quoted(rowKey)})";
    }

    public static string Quoted(string key) =>
        $"'{Uri.EscapeDataString(key.Replace("'", "''", StringComparison.Ordinal))}'";

    public static void ThrowIfMissing(ITableEntity entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        ArgumentNullException.ThrowIfNull(entity.PartitionKey, nameof(entity.PartitionKey));
        ArgumentNullException.ThrowIfNull(entity.RowKey, nameof(entity.RowKey));
    }
}
