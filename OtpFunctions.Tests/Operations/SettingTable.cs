namespace OtpFunctions.Tests.Operations;

/// <summary>Every setting as a line of a Markdown table.</summary>
internal static class SettingTable
{
    public static string Of(IEnumerable<Setting> settings) =>
        string.Join('\n', ["| setting | values | unless set | meaning |", "|---|---|---|---|", .. settings.Select(Line)]);

    private static string Line(Setting setting) =>
        $"| `{setting.Name}` | {setting.Values} | {UnlessSet(setting)} | {setting.Meaning} |";

    private static string UnlessSet(Setting setting) =>
        Requirements.Of(setting) ?? (setting.Default.Length == 0 ? "none" : $"`{setting.Default}`");
}
