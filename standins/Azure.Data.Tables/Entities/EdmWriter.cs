using System.Globalization;
using System.Text.Json;

namespace Azure.Data.Tables.Entities;

/// <summary>
/// Writes a property as the service expects it, with its type where JSON does not tell it; null is left out.
/// https://learn.microsoft.com/rest/api/storageservices/payload-format-for-table-service-operations
/// </summary>
internal static class EdmWriter
{
    public const string TypeSuffix = "@odata.type";
    private const int LongestName = 255;

    public static void Write(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null) writer.WriteString(name, value);
    }

    public static void Write(Utf8JsonWriter writer, string name, bool value) => writer.WriteBoolean(name, value);

    public static void Write(Utf8JsonWriter writer, string name, int value) => writer.WriteNumber(name, value);

    public static void Write(Utf8JsonWriter writer, string name, long value)
    {
        Span<char> text = stackalloc char[20];
        value.TryFormat(text, out var length, default, CultureInfo.InvariantCulture);
        WriteType(writer, name, "Edm.Int64"u8);
        writer.WriteString(name, text[..length]);
    }

    public static void Write(Utf8JsonWriter writer, string name, double value)
    {
        WriteType(writer, name, "Edm.Double"u8);

        // JSON has no word for these; the invariant culture's are the service's: NaN, Infinity, -Infinity.
        if (double.IsFinite(value)) writer.WriteNumber(name, value);
        else writer.WriteString(name, value.ToString(CultureInfo.InvariantCulture));
    }

    public static void Write(Utf8JsonWriter writer, string name, DateTimeOffset value) =>
        Write(writer, name, value.UtcDateTime);

    public static void Write(Utf8JsonWriter writer, string name, DateTime value)
    {
        if (value.Kind != DateTimeKind.Utc)
            throw new NotSupportedException($"The DateTime '{name}' has the kind {value.Kind}; it must be UTC.");
        Span<char> text = stackalloc char[EdmTime.Format.Length];
        value.TryFormat(text, out var length, EdmTime.Format, CultureInfo.InvariantCulture);
        WriteType(writer, name, "Edm.DateTime"u8);
        writer.WriteString(name, text[..length]);
    }

    public static void Write(Utf8JsonWriter writer, string name, Guid value)
    {
        WriteType(writer, name, "Edm.Guid"u8);
        writer.WriteString(name, value);
    }

    public static void Write(Utf8JsonWriter writer, string name, byte[]? value)
    {
        if (value is not null) WriteBinary(writer, name, value);
    }

    public static void Write(Utf8JsonWriter writer, string name, BinaryData? value)
    {
        if (value is not null) WriteBinary(writer, name, value.ToMemory().Span);
    }

    public static void WriteAny(Utf8JsonWriter writer, string name, object? value)
    {
        switch (value)
        {
            case null: break;
            case string text: Write(writer, name, text); break;
            case bool yes: Write(writer, name, yes); break;
            case int number: Write(writer, name, number); break;
            case long number: Write(writer, name, number); break;
            case double number: Write(writer, name, number); break;
            case DateTimeOffset time: Write(writer, name, time); break;
            case DateTime time: Write(writer, name, time); break;
            case Guid id: Write(writer, name, id); break;
            case byte[] bytes: Write(writer, name, bytes); break;
            case BinaryData data: Write(writer, name, data); break;
            case Enum member: Write(writer, name, member.ToString()); break;
            default: throw new NotSupportedException($"A table cannot hold '{name}', a {value.GetType()}.");
        }
    }

    private static void WriteBinary(Utf8JsonWriter writer, string name, ReadOnlySpan<byte> value)
    {
        WriteType(writer, name, "Edm.Binary"u8);
        writer.WriteBase64String(name, value);
    }

    private static void WriteType(Utf8JsonWriter writer, string name, ReadOnlySpan<byte> type)
    {
        var length = name.Length + TypeSuffix.Length;
        Span<char> annotation = name.Length <= LongestName ? stackalloc char[length] : new char[length];
        name.CopyTo(annotation);
        TypeSuffix.CopyTo(annotation[name.Length..]);
        writer.WriteString(annotation, type);
    }
}
