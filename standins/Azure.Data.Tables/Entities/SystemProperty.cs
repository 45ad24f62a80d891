namespace Azure.Data.Tables.Entities;

/// <summary>What every entity has, and what the protocol says about it: neither is a property of the user's.</summary>
internal static class SystemProperty
{
    public static bool Is(ReadOnlySpan<char> name) =>
        name is nameof(ITableEntity.PartitionKey) or nameof(ITableEntity.RowKey) or nameof(ITableEntity.Timestamp)
        || name.StartsWith("odata.", StringComparison.Ordinal);
}
