using System.Globalization;
using System.Text.Json;

namespace Azure.Data.Tables.Entities;

internal static class EdmReader
{
    public static EdmType Type(ref Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("Edm.String"u8)) return EdmType.String;
        if (reader.ValueTextEquals("Edm.Int64"u8)) return EdmType.Int64;
        if (reader.ValueTextEquals("Edm.DateTime"u8)) return EdmType.DateTime;
        if (reader.ValueTextEquals("Edm.Binary"u8)) return EdmType.Binary;
        if (reader.ValueTextEquals("Edm.Guid"u8)) return EdmType.Guid;
        if (reader.ValueTextEquals("Edm.Double"u8)) return EdmType.Double;
        if (reader.ValueTextEquals("Edm.Boolean"u8)) return EdmType.Boolean;
        if (reader.ValueTextEquals("Edm.Int32"u8)) return EdmType.Int32;
        throw new NotSupportedException($"Not supported type {reader.GetString()}");
    }

    public static long Int64(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number
            ? reader.GetInt64()
            : long.Parse(reader.GetString()!, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    public static double Double(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number
            ? reader.GetDouble()
            : double.Parse(reader.GetString()!, CultureInfo.InvariantCulture);

    public static DateTime DateTime(ref Utf8JsonReader reader) => reader.GetDateTimeOffset().UtcDateTime;

    public static object? Any(ref Utf8JsonReader reader, EdmType type) => reader.TokenType == JsonTokenType.Null
        ? null
        : type switch
        {
            EdmType.Unsaid => Unsaid(ref reader),
            EdmType.String => reader.GetString(),
            EdmType.Boolean => reader.GetBoolean(),
            EdmType.Int32 => reader.GetInt32(),
            EdmType.Int64 => Int64(ref reader),
            EdmType.Double => Double(ref reader),
            EdmType.DateTime => reader.GetDateTimeOffset(),
            EdmType.Guid => reader.GetGuid(),
            EdmType.Binary => reader.GetBytesFromBase64(),
        };

    // With minimal metadata the service names no type for what JSON tells: it writes a double with a point, 1.0.
    private static object? Unsaid(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.Number => reader.TryGetInt32(out var number) ? (object)number : reader.GetDouble(),
        _ => reader.GetBoolean(),
    };
}
