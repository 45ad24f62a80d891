using System.Text.RegularExpressions;
using System.Xml;

namespace OtpFunctions.Tests.Infra;

/// <summary>An alert of <c>infra/modules/alerts.bicep</c>: what it says, how often it looks at how long a time, and for what.</summary>
internal sealed partial record AlertRule(string Name, string Description, TimeSpan Frequency, TimeSpan Window, string Query)
{
    public const string File = "infra/modules/alerts.bicep";

    /// <summary>The texts of log lines that it looks for.</summary>
    public IEnumerable<string> Texts => Text().Matches(Query).Select(match => match.Groups[1].Value);

    /// <summary>The functions that it looks at.</summary>
    public IEnumerable<string> Functions => Function().Matches(Query).Select(match => match.Groups[1].Value);

    /// <summary>The number of the event that it is about, or null.</summary>
    public int? Event => EventNumber().Match(Description) is { Success: true } match
        ? int.Parse(match.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)
        : null;

    public static IReadOnlyList<AlertRule> Read(string text) =>
    [
        .. Rule().Matches(text).Select(match => new AlertRule(
            match.Groups["name"].Value,
            match.Groups["description"].Value,
            XmlConvert.ToTimeSpan(match.Groups["frequency"].Value),
            XmlConvert.ToTimeSpan(match.Groups["window"].Value),
            match.Groups["query"].Value)),
    ];

    [GeneratedRegex(
        @"^  \{\n    name: '(?<name>.*)'\n    description: '(?<description>.*)'\n    severity: [0-4]\n"
        + @"    frequency: '(?<frequency>.*)'\n    window: '(?<window>.*)'\n    query: '(?<query>.*)'\n  \}$",
        RegexOptions.Multiline)]
    private static partial Regex Rule();

    [GeneratedRegex("""message contains "([^"]+)""")]
    private static partial Regex Text();

    [GeneratedRegex("""\bname == "([^"]+)""")]
    private static partial Regex Function();

    [GeneratedRegex(@"\bEvent (\d+)\.\z")]
    private static partial Regex EventNumber();
}
