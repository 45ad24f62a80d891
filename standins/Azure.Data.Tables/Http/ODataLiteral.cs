using System.Globalization;
using System.Text;
using Azure.Data.Tables.Entities;

namespace Azure.Data.Tables.Http;

/// <summary>
/// A value as a filter names it.
/// https://learn.microsoft.com/rest/api/storageservices/querying-tables-and-entities
/// </summary>
internal static class ODataLiteral
{
    public static string Filter(FormattableString filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var literals = Array.ConvertAll(filter.GetArguments(), Of);
        return string.Format(CultureInfo.InvariantCulture, filter.Format, literals);
    }

    private static string Of(object? value) => value switch
    {
        null => "null",
        string text => Quoted(text),
        char letter => Quoted(letter.ToString()),
        StringBuilder text => Quoted(text.ToString()),
        bool yes => yes ? "true" : "false",
        sbyte or byte or short or ushort or int => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        long number => string.Create(CultureInfo.InvariantCulture, $"{number}L"),
        float number => Of((double)number),
        double number => Double(number),
        DateTime time => $"datetime'{EdmTime.Text(time.ToUniversalTime())}'",
        DateTimeOffset time => $"datetime'{EdmTime.Text(time.UtcDateTime)}'",
        Guid id => $"guid'{id}'",
        byte[] bytes => Binary(bytes),
        BinaryData data => Binary(data.ToMemory().Span),
        _ => throw new ArgumentException($"A {value.GetType()} has no literal in a filter."),
    };

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    // A whole number would be an integer without its point; from 1e15 on it has an exponent, which tells as well.
    private static string Double(double number) =>
        number.ToString(double.IsInteger(number) && Math.Abs(number) < 1e15 ? "F1" : "R", CultureInfo.InvariantCulture);

    private static string Binary(ReadOnlySpan<byte> bytes) => $"X'{Convert.ToHexStringLower(bytes)}'";
}
