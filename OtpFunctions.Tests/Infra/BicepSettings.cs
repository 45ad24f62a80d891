using System.Text.RegularExpressions;

namespace OtpFunctions.Tests.Infra;

/// <summary>The settings that a Bicep text gives the app: each a line <c>Name: expression</c> of a <c>var</c> whose name ends with Settings.</summary>
internal static partial class BicepSettings
{
    /// <summary>Each name and its expression, as the text has it, by the name of the variable.</summary>
    public static ILookup<string, KeyValuePair<string, string>> Read(string text) => Variable().Matches(text)
        .SelectMany(variable => Line().Matches(variable.Groups["lines"].Value).Select(line => (
            Variable: variable.Groups["name"].Value,
            Setting: KeyValuePair.Create(line.Groups["name"].Value, line.Groups["value"].Value))))
        .ToLookup(found => found.Variable, found => found.Setting);

    [GeneratedRegex(@"^var (?<name>\w+Settings) = \{\n(?<lines>(  .*\n)*)\}", RegexOptions.Multiline)]
    private static partial Regex Variable();

    [GeneratedRegex(@"^  (?<name>\w+): (?<value>.+)$", RegexOptions.Multiline)]
    private static partial Regex Line();
}
