namespace StandIns.Tests.Surface;

/// <summary>
/// What an official package offers, a line a type or member: its documentation-comment id and, for all but types and
/// constructors, " -> " and its shape: <c>bool</c>, <c>string { get; set; }</c>, <c>Some.Enum = 1</c>.
/// </summary>
internal sealed class SurfaceList
{
    private const string Arrow = " -> ";

    private readonly Dictionary<string, string> _shapes;

    private SurfaceList(IEnumerable<string> lines) =>
        _shapes = lines.Where(line => line.Length > 0).Select(Split).ToDictionary(StringComparer.Ordinal);

    internal IEnumerable<string> Ids => _shapes.Keys;

    internal static SurfaceList Read(string path) => new(File.ReadLines(path));

    internal static SurfaceList Parse(string text) => new(text.Split('\n', StringSplitOptions.TrimEntries));

    /// <summary>The shape of an id, empty when it has none; false when the package does not offer it.</summary>
    internal bool TryGetShape(string id, out string? shape) => _shapes.TryGetValue(id, out shape);

    private static KeyValuePair<string, string> Split(string line)
    {
        var arrow = line.IndexOf(Arrow, StringComparison.Ordinal);
        return arrow < 0 ? new(line, string.Empty) : new(line[..arrow], line[(arrow + Arrow.Length)..]);
    }
}
