using System.Collections.Immutable;

namespace OtpFunctions.Tests.Model;

/// <summary>All that ever happened to one recipient. What holds now is worked out from the whole of it each time.</summary>
internal sealed record Log(ImmutableList<Entry> Entries)
{
    public static Log Empty { get; } = new([]);

    /// <summary>Equal for logs of which nothing different can follow.</summary>
    public string Key => string.Join('\n', Entries);

    public Log With(Entry entry) => new(Entries.Add(entry));

    /// <summary>When the messages that count were sent, of one dialect or of all.</summary>
    public IReadOnlyList<long> Sends(int? dialect = null)
    {
        var returned = Entries.OfType<Entry.Returned>().Select(entry => entry.Call).ToHashSet();
        return
        [
            .. Entries.OfType<Entry.Sent>()
                .Where(sent => !returned.Contains(sent.Call) && (dialect is null || sent.Dialect == dialect))
                .Select(sent => sent.At),
        ];
    }

    /// <summary>When wrong codes were judged.</summary>
    public IEnumerable<long> Misses => Entries.OfType<Entry.Missed>().Select(entry => entry.At);

    /// <summary>
    /// What may stand at a time: a code or null; both, where an instance whose clock was later has met the code's end
    /// already and may have dropped it.
    /// </summary>
    public IEnumerable<Standing?> MayStand(int dialect, int mailbox, long now)
    {
        var standing = Stands(dialect, mailbox);
        if (standing is not null && now < standing.Sent.Expires)
            yield return standing;

        if (standing is null || standing.Sent.Expires <= Entries.Max(entry => entry.At) || standing.Sent.Expires <= now)
            yield return null;
    }

    private Standing? Stands(int dialect, int mailbox)
    {
        Standing? standing = null;
        HashSet<int> returned = [];
        foreach (var entry in Entries)
        {
            standing = entry switch
            {
                Entry.Sent sent when sent.Dialect == dialect && sent.Mailbox == mailbox => Send(standing, sent),
                Entry.Missed missed when missed.Dialect == dialect && missed.Mailbox == mailbox => Miss(standing),
                Entry.Used used when used.Dialect == dialect && used.Mailbox == mailbox => null,
                Entry.Returned back when returned.Add(back.Call) && standing?.Sent.Call == back.Call => Before(standing, returned),
                _ => standing,
            };
        }

        return standing;
    }

    // Sent again, a code that nobody had seen is known, and always was the same.
    private static Standing Send(Standing? standing, Entry.Sent sent) => sent.IsAgain && standing is not null
        ? new(sent, sent.Code, standing.Maker, standing.Failures, standing with { Code = sent.Code })
        : new(sent, sent.Code, sent.Call, 0, standing);

    private static Standing? Miss(Standing? standing) =>
        standing is null ? null : WithFailures(standing, standing.Failures + 1);

    private static Standing? WithFailures(Standing standing, int failures) =>
        failures < standing.Sent.Most ? standing with { Failures = failures } : null;

    // The code before comes back, if the message that first carried it did not come back too.
    private static Standing? Before(Standing standing, HashSet<int> returned) => standing.Before switch
    {
        null => null,
        var before when returned.Contains(before.Maker) => null,
        var before when standing.Sent.IsAgain => WithFailures(before, standing.Failures),
        var before => before,
    };
}
