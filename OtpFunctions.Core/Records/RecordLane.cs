namespace OtpFunctions.Core.Records;

/// <summary>One of the sequences that a list is merged from, and what has come of it and is not taken yet.</summary>
/// <param name="pages">Of records in order.</param>
internal sealed class RecordLane(IAsyncEnumerator<IReadOnlyList<MessageRecord>> pages) : IAsyncDisposable
{
    // A store may answer pages of few rows, or of none: it stops when it has worked long enough.
    private const int FewRows = 50;
    private const int MostPages = 5;
    private readonly Queue<MessageRecord> _records = new();
    private int _read;
    private bool _ended;

    /// <summary>Whether there may be more than it was asked for.</summary>
    public bool IsCut => _read == MostPages && !_ended;

    /// <summary>The next record, or null when there is none any more.</summary>
    public MessageRecord? Head => _records.TryPeek(out var record) ? record : null;

    /// <summary>Takes the next record.</summary>
    public MessageRecord Take() => _records.Dequeue();

    /// <summary>Asks for more when there is none: until it is more than a few, or has been asked for often enough.</summary>
    public async Task FillAsync()
    {
        if (_records.Count > 0)
        {
            return;
        }

        while (_records.Count < FewRows && _read < MostPages && !_ended)
        {
            _read++;
            _ended = !await pages.MoveNextAsync();
            foreach (var record in _ended ? [] : pages.Current)
            {
                _records.Enqueue(record);
            }
        }
    }

    public ValueTask DisposeAsync() => pages.DisposeAsync();
}
