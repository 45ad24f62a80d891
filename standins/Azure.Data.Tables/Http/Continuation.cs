namespace Azure.Data.Tables.Http;

/// <summary>Where the next page begins; as a token, the two opaque values with a space between.</summary>
internal sealed record Continuation(string? PartitionKey, string? RowKey)
{
    public static Continuation? Parse(string? token)
    {
        if (string.IsNullOrEmpty(token)) return null;
        var keys = token.Split(' ', 2);
        return new Continuation(keys[0], keys is [_, { Length: > 0 } row] ? row : null);
    }

    public static string? TokenOf(Response response)
    {
        response.Headers.TryGetValue("x-ms-continuation-NextPartitionKey", out var partitionKey);
        response.Headers.TryGetValue("x-ms-continuation-NextRowKey", out var rowKey);
        return partitionKey is null && rowKey is null ? null : $"{partitionKey} {rowKey}";
    }
}
