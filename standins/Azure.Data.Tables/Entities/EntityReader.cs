using System.Text.Json;
using Azure.Data.Tables.Models;

namespace Azure.Data.Tables.Entities;

internal static class EntityReader
{
    // Names are 255 characters at most, and an annotation adds a suffix.
    private const int LongestName = 320;

    public static Response<T> One<T>(Response response)
        where T : class, ITableEntity, new()
    {
        var reader = new Utf8JsonReader(response.Content.ToMemory().Span);
        reader.Read();
        var entity = Entity<T>(ref reader);

        // The body leaves the ETag out where $select does not name it.
        if (entity.ETag == default && response.Headers.ETag is { } etag) entity.ETag = etag;
        return Response.FromValue(entity, response);
    }

    public static List<T> Many<T>(Response response)
        where T : class, ITableEntity, new()
    {
        var entities = new List<T>();
        var reader = new Utf8JsonReader(response.Content.ToMemory().Span);
        if (!MoveIntoValues(ref reader)) return entities;
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject) entities.Add(Entity<T>(ref reader));
        return entities;
    }

    public static List<TableItem> Tables(Response response)
    {
        var tables = new List<TableItem>();
        var reader = new Utf8JsonReader(response.Content.ToMemory().Span);
        if (!MoveIntoValues(ref reader)) return tables;
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName || !reader.ValueTextEquals("TableName"u8)) continue;
            reader.Read();
            tables.Add(new TableItem(reader.GetString()!));
        }

        return tables;
    }

    private static bool MoveIntoValues(ref Utf8JsonReader reader)
    {
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var found = reader.ValueTextEquals("value"u8);
            reader.Read();
            if (found) return reader.TokenType == JsonTokenType.StartArray;
            reader.Skip();
        }

        return false;
    }

    private static T Entity<T>(ref Utf8JsonReader reader)
        where T : class, ITableEntity, new()
    {
        var mapper = EntityMapper<T>.Instance;
        var entity = new T();
        var type = EdmType.Unsaid;
        Span<char> buffer = stackalloc char[LongestName];
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            // A property's type stands right before the property.
            var name = buffer[..reader.CopyString(buffer)];
            reader.Read();
            if (name.EndsWith(EdmWriter.TypeSuffix, StringComparison.Ordinal))
            {
                type = EdmReader.Type(ref reader);
                continue;
            }

            if (SystemProperty.Is(name)) ReadSystem(ref reader, name, entity);
            else mapper.Read(ref reader, name, type, entity);
            type = EdmType.Unsaid;
        }

        return entity;
    }

    private static void ReadSystem(ref Utf8JsonReader reader, scoped ReadOnlySpan<char> name, ITableEntity entity)
    {
        switch (name)
        {
            case nameof(ITableEntity.PartitionKey): entity.PartitionKey = reader.GetString()!; break;
            case nameof(ITableEntity.RowKey): entity.RowKey = reader.GetString()!; break;
            case nameof(ITableEntity.Timestamp) when reader.TokenType == JsonTokenType.String:
                entity.Timestamp = reader.GetDateTimeOffset(); break;
            case TableEntity.ETagName: entity.ETag = new ETag(reader.GetString()!); break;
        }
    }
}
