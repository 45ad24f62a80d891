using System.Globalization;

namespace OtpFunctions.Core.Directory;

/// <summary>A network whose row may hold a pass for a caller.</summary>
/// <param name="Key">Of that row.</param>
/// <param name="Since">When the last pass was made, Unix milliseconds.</param>
internal readonly record struct CallerNetwork(string Key, long Since)
{
    /// <summary>As <see cref="ToString"/> wrote it.</summary>
    public static CallerNetwork Parse(string text)
    {
        var end = text.LastIndexOf(':');
        return end > 0 && long.TryParse(text.AsSpan(end + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var since)
            ? new(text[..end], since)
            : new(text, 0);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Key}:{Since}");
}
