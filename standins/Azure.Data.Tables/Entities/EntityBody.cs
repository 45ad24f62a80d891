using System.Buffers;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Azure.Data.Tables.Entities;

internal static class EntityBody
{
    // What is written is always a whole object, and never stands in a web page.
    private static readonly JsonWriterOptions Options = new()
    {
        SkipValidation = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly ConcurrentDictionary<Type, Func<ITableEntity, ReadOnlyMemory<byte>>> Writers = new();

    public static ReadOnlyMemory<byte> Of<T>(T entity)
        where T : class, ITableEntity, new()
    {
        var body = new ArrayBufferWriter<byte>(1024);
        using var writer = new Utf8JsonWriter(body, Options);
        writer.WriteStartObject();
        writer.WriteString("PartitionKey"u8, entity.PartitionKey);
        writer.WriteString("RowKey"u8, entity.RowKey);
        EntityMapper<T>.Instance.Write(writer, entity);
        writer.WriteEndObject();
        writer.Flush();
        return body.WrittenMemory;
    }

    /// <summary>An entity of a class that is only known when it runs.</summary>
    public static ReadOnlyMemory<byte> OfAny(ITableEntity entity) => entity is TableEntity row
        ? Of(row)
        : Writers.GetOrAdd(entity.GetType(), static type => typeof(EntityBody)
            .GetMethod(nameof(OfBoxed), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(type)
            .CreateDelegate<Func<ITableEntity, ReadOnlyMemory<byte>>>())(entity);

    public static ReadOnlyMemory<byte> OfTable(string name)
    {
        var body = new ArrayBufferWriter<byte>(128);
        using var writer = new Utf8JsonWriter(body, Options);
        writer.WriteStartObject();
        writer.WriteString("TableName"u8, name);
        writer.WriteEndObject();
        writer.Flush();
        return body.WrittenMemory;
    }

    private static ReadOnlyMemory<byte> OfBoxed<T>(ITableEntity entity)
        where T : class, ITableEntity, new() => Of((T)entity);
}
