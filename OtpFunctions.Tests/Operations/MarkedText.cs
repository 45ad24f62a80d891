namespace OtpFunctions.Tests.Operations;

/// <summary>A part of a page that is written by a test, between two lines of their own.</summary>
internal static class MarkedText
{
    public const string Begin = "<!-- OTP_UPDATE_DOCS=1 writes from here -->";
    public const string End = "<!-- to here -->";

    public static string Read(string page)
    {
        var (from, to) = Find(page);
        return page[from..to].Trim('\n');
    }

    /// <summary>The page with another text there.</summary>
    public static string Replace(string page, string text)
    {
        var (from, to) = Find(page);
        return $"{page[..from]}\n\n{text}\n\n{page[to..]}";
    }

    private static (int From, int To) Find(string page)
    {
        var from = page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var to = page.IndexOf(End, StringComparison.Ordinal);
        return from >= Begin.Length && to >= from
            ? (from, to)
            : throw new FormatException($"The page lacks the lines {Begin} and {End}.");
    }
}
