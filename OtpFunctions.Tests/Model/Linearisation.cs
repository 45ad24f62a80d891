namespace OtpFunctions.Tests.Model;

/// <summary>
/// Looks for an order of deeds, each at one moment of its own span, that explains every answer (Wing and Gong, Testing and
/// verifying concurrent objects, 1993). A deed that is not sure may be left out.
/// </summary>
internal sealed class Linearisation
{
    private readonly IReadOnlyList<Deed> _deeds;
    private readonly HashSet<(int, string)> _met = [];
    private readonly Dictionary<string, Log> _found = [];

    private Linearisation(IReadOnlyList<Deed> deeds) => _deeds = deeds;

    /// <summary>The logs that may be true now; none when no order explains what was seen.</summary>
    public static IReadOnlyList<Log> Of(IReadOnlyList<Log> logs, IReadOnlyList<Deed> deeds)
    {
        if (deeds.Count == 0)
            return logs;

        var search = new Linearisation(deeds);
        foreach (var log in logs)
            search.Visit(log, (1 << deeds.Count) - 1);

        return [.. search._found.Values];
    }

    private void Visit(Log log, int left)
    {
        if (!_met.Add((left, log.Key)))
            return;

        if (left == 0)
            _found.TryAdd(log.Key, log);

        for (var next = 0; next < _deeds.Count; next++)
        {
            var rest = left & ~(1 << next);
            if (rest == left)
                continue;

            if (!_deeds[next].IsSure)
                Visit(log, rest);

            if (!IsBehind(_deeds[next], rest))
            {
                foreach (var after in Reference.After(log, _deeds[next]))
                    Visit(after, rest);
            }
        }
    }

    private bool IsBehind(Deed deed, int rest)
    {
        for (var other = 0; other < _deeds.Count; other++)
        {
            if ((rest & (1 << other)) != 0 && _deeds[other].To < deed.From)
                return true;
        }

        return false;
    }
}
