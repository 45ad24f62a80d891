using System.Text.RegularExpressions;

namespace OtpFunctions.Tests.Http.Docs;

/// <summary>The examples of one Markdown page: each curl and the answer that stands after it.</summary>
internal sealed partial class DocPage
{
    private DocPage(IReadOnlyList<DocExample> examples) => Examples = examples;

    public IReadOnlyList<DocExample> Examples { get; }

    /// <summary>Reads a page; a curl of another form than these is an error, so that none goes untested.</summary>
    public static DocPage Parse(string markdown)
    {
        var blocks = Block().Matches(markdown.ReplaceLineEndings("\n"));
        var examples = new List<DocExample>();
        for (var i = 0; i < blocks.Count; i++)
        {
            var command = blocks[i].Groups["text"].Value;
            if (blocks[i].Groups["language"].Value != "sh" || !command.StartsWith("curl ", StringComparison.Ordinal))
                continue;

            if (i + 1 == blocks.Count || blocks[i + 1].Groups["language"].Value is not ("json" or "text"))
                throw new FormatException($"After this curl a json or text block must show the answer:\n{command}");

            var answer = blocks[i + 1];
            examples.Add(new DocExample(command, answer.Groups["language"].Value, answer.Groups["text"].Value.Trim()));
        }

        var mentioned = AnyCurl().Count(markdown);
        return mentioned == examples.Count
            ? new DocPage(examples)
            : throw new FormatException($"{mentioned} curls, but {examples.Count} begin a sh block of their own.");
    }

    [GeneratedRegex(
        @"^[ \t]*```(?<language>\w*)[ \t]*\n(?<text>.*?)^[ \t]*```[ \t]*$",
        RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("""\bcurl(\.exe)?\s+(-|'|"|\$|https?:|\\)""")]
    private static partial Regex AnyCurl();
}

/// <summary>A curl and its documented answer: a JSON body, or a text with the status of an empty one.</summary>
internal sealed record DocExample(string Command, string Language, string Answer);
