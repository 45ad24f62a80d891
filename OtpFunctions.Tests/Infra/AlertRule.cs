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
    public IEnumerable<string> Functions => Names().Matches(Query)
        .SelectMany(match => Quoted().Matches(match.Groups["names"].Value)).Select(match => match.Groups[1].Value);

    /// <summary>The functions whose calls it counts in a column; those of each API, by the API.</summary>
    public ILookup<string, string> Counted(string column) => Column().Matches(Query)
        .Where(match => match.Groups["column"].Value == column)
        .SelectMany(match => Quoted().Matches(match.Groups["names"].Value))
        .Select(match => match.Groups[1].Value)
        .ToLookup(ApiOf);

    /// <summary>The number of the event that it is about, or null.</summary>
    public int? Event => EventNumber().Match(Description) is { Success: true } match
        ? int.Parse(match.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)
        : null;

    private string ApiOf(string function) =>
        Regex.Match(function, Extract().Match(Query).Groups["pattern"].Value).Groups[1].Value;

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

    [GeneratedRegex("""\bname (==|in) (?<names>"[^"]+"|\([^)]+\))""")]
    private static partial Regex Names();

    [GeneratedRegex("""\b(?<column>\w+) = sumif\(itemCount, name in (?<names>\([^)]+\))""")]
    private static partial Regex Column();

    [GeneratedRegex("""\bapi = extract\("(?<pattern>[^"]+)", 1, name\)""")]
    private static partial Regex Extract();

    [GeneratedRegex("\"([^\"]+)\"")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\bEvent (\d+)\.\z")]
    private static partial Regex EventNumber();
}
