using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace OtpFunctions.Tests.Operations;

/// <summary>What the doc comment of a property says, as Markdown for a page of docs/.</summary>
internal static partial class DocComments
{
    public static string Of(PropertyInfo property)
    {
        var assembly = property.DeclaringType!.Assembly.GetName().Name;
        var comments = XDocument.Load(Path.Combine(AppContext.BaseDirectory, $"{assembly}.xml"));
        var name = $"P:{property.DeclaringType.FullName}.{property.Name}";
        var summary = comments.Descendants("member").SingleOrDefault(member => member.Attribute("name")!.Value == name)?.Element("summary")
            ?? throw new FormatException($"{name} has no meaning.");
        return Markdown(summary);
    }

    public static string Markdown(XElement summary)
    {
        var text = string.Concat(summary.Nodes().Select(node => node switch
        {
            XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
            XElement { Name.LocalName: "see" } reference => $"`{reference.Attribute("cref")!.Value.Split('.')[^1]}`",
            XText words => words.Value,
            _ => throw new FormatException($"{node} is not known."),
        }));
        var line = Blanks().Replace(text, " ").Trim().Replace("|", "\\|", StringComparison.Ordinal);
        return Page().Replace(line, match => $"[{match.Groups["name"].Value}]({match.Groups["name"].Value}.md)");
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"docs/(?<name>[\w/-]+)\.md")]
    private static partial Regex Page();
}
