using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Telemetry;

/// <summary>A table of docs/telemetry.md that is made of the code. OTP_UPDATE_DOCS=1 writes it anew.</summary>
internal static class GeneratedTable
{
    private const string Page = "docs/telemetry.md";

    public static void AssertIsIn(string name, IEnumerable<string> lines)
    {
        var (begin, end) = ($"<!-- {name}: generated -->\n", $"<!-- {name}: to here -->");
        var table = $"\n{string.Join('\n', lines)}\n\n";
        var text = Repository.Text(Page);
        var from = text.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        var to = text.IndexOf(end, StringComparison.Ordinal);
        Assert.InRange(from, begin.Length, to);
        if (Environment.GetEnvironmentVariable("OTP_UPDATE_DOCS") == "1")
        {
            File.WriteAllText(Repository.PathOf(Page), text[..from] + table + text[to..]);
            return;
        }

        Assert.Equal(table, text[from..to]);
    }
}
