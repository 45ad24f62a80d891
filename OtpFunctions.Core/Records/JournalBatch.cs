namespace OtpFunctions.Core.Records;

/// <summary>
/// The notes of a moment, merged into one change a message; and the counts of this instance since it started, which
/// are written as they stand, so that writing them twice counts nothing twice. For one writer: no locks.
/// </summary>
internal sealed class JournalBatch
{
    private readonly Dictionary<RecordId, RecordChange> _changes = [];
    private readonly Dictionary<TallyKey, Tally> _tallies = [];
    private readonly HashSet<TallyKey> _unwritten = [];

    /// <summary>How many rows a writing of all this has, counts aside.</summary>
    public int Rows => _changes.Count;

    public bool IsEmpty => Rows == 0 && _unwritten.Count == 0;

    public void Add(in JournalEntry entry)
    {
        var key = new TallyKey(entry.Id.Day, entry.Dialect, entry.Channel);
        _tallies[key] = _tallies.GetValueOrDefault(key) + Tally.Of(entry);
        _unwritten.Add(key);
        if (entry.Kind == JournalEntryKind.Reported)
        {
            return;
        }

        if (!_changes.TryGetValue(entry.Id, out var change))
        {
            _changes[entry.Id] = change = new RecordChange(entry.Id, entry.Dialect, entry.Channel);
        }

        change.Add(entry);
    }

    /// <summary>What is to be written, in parts that one transaction each can take: the counts first.</summary>
    /// <param name="most">How many rows a transaction may have.</param>
    public IEnumerable<JournalPart> Parts(int most)
    {
        var tallies = _tallies.Where(tally => _unwritten.Contains(tally.Key)).GroupBy(tally => tally.Key.Day);
        var changes = _changes.Values.GroupBy(change => (change.Id.Day, change.Id.Lane));
        return tallies.SelectMany(day => day.Chunk(most)).Select(rows => new JournalPart([], rows))
            .Concat(changes.SelectMany(lane => lane.Chunk(most)).Select(rows => new JournalPart(rows, [])));
    }

    /// <summary>These counts are written.</summary>
    public void Written(JournalPart part) => _unwritten.ExceptWith(part.Tallies.Select(tally => tally.Key));

    /// <summary>The changes are written, or given up. Counts that are not written stay for the next time.</summary>
    public void Clear() => _changes.Clear();
}
