using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace OtpFunctions.Core.Records;

/// <summary>
/// The id of one message, a UUID of version 7 (RFC 9562): the time it was made is in it, so that where its record lies
/// follows from the id alone.
/// </summary>
/// <param name="Value">The UUID.</param>
internal readonly record struct RecordId(Guid Value)
{
    /// <summary>What an id can end with. An id's last digit is random, so lanes are filled evenly.</summary>
    public const string Lanes = "0123456789abcdef";

    private const int TimeDigits = 12;
    private const long LastTime = 0xFFFF_FFFF_FFFF;

    /// <summary>When it was made, Unix milliseconds.</summary>
    public long Time => long.Parse(
        Value.ToString("N").AsSpan(0, TimeDigits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    /// <summary>The UTC day it was made on.</summary>
    public DateOnly Day => RecordDays.Of(Time);

    /// <summary>One of <see cref="Lanes"/>: records of a day lie in as many partitions as there are.</summary>
    public char Lane => Value.ToString("N")[^1];

    /// <summary>32 hexadecimal digits, of which the newest are the least: the time turned round, then the rest.</summary>
    public string RowKey
    {
        get
        {
            var digits = Value.ToString("N");
            return string.Create(CultureInfo.InvariantCulture, $"{LastTime - Time:x12}{digits.AsSpan(TimeDigits)}");
        }
    }

    /// <summary>Reads 36 characters that are such an id.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out RecordId id)
    {
        id = Guid.TryParseExact(text, "D", out var value) && value is { Version: 7, Variant: >= 8 and <= 11 }
            ? new RecordId(value)
            : default;
        // A time that no calendar holds is nobody's.
        return id != default && id.Time <= RecordDays.LastMillisecond;
    }

    /// <summary>The id whose <see cref="RowKey"/> this is.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static RecordId OfRow(string rowKey)
    {
        var time = LastTime - long.Parse(
            rowKey.AsSpan(0, TimeDigits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        return new(Guid.ParseExact(
            string.Create(CultureInfo.InvariantCulture, $"{time:x12}{rowKey.AsSpan(TimeDigits)}"), "N"));
    }

    /// <summary>36 characters.</summary>
    public override string ToString() => Value.ToString("D");
}
