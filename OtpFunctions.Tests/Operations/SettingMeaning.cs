using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace OtpFunctions.Tests.Operations;

/// <summary>
/// A doc comment says range and default too, for whoever reads the code: <c>Sends in any hour, 1 to 100; 20 unless set.</c>
/// Both are held to what is checked and set, and taken out, for the table has columns for them.
/// </summary>
internal static class SettingMeaning
{
    private const string UnlessSet = "unless set";

    /// <summary>The meaning alone.</summary>
    /// <param name="comment">What the code says.</param>
    /// <param name="range">What is checked, or null.</param>
    /// <param name="value">What it is unless set; empty for nothing.</param>
    public static string Of(string comment, RangeAttribute? range, string value)
    {
        var text = range is null ? comment : Without(comment, $", {Number(range.Minimum)} to {Number(range.Maximum)}");
        return range is null && !text.Contains(UnlessSet, StringComparison.Ordinal)
            ? text
            : Without(text, $"; {Said(value)} {UnlessSet}");
    }

    private static string Without(string text, string part) => text.Split(part) is [var before, var after]
        ? before + after
        : throw new FormatException($"It does not say '{part}' once: {text}");

    private static string Said(string value) => value.Length == 0 ? "none"
        : int.TryParse(value, CultureInfo.InvariantCulture, out var number) ? Number(number)
        : value;

    private static string Number(object number) => string.Format(CultureInfo.InvariantCulture, "{0:N0}", number);
}
