using OtpFunctions.Core.Limits.Budgets;

namespace OtpFunctions.Core.Storage;

/// <summary>
/// What this instance last read or wrote of some rows (docs/decisions/0015): a write on the version known can do without
/// the read, and loses, like any other, when somebody else has written since. A row that is shared is read again: it is
/// supposed unchanged only after it was found so.
/// </summary>
/// <param name="capacity">Of how many rows.</param>
/// <param name="until">From when on a row may be gone, Unix milliseconds: it is read again then.</param>
/// <param name="clock">Says the time.</param>
/// <typeparam name="TState">Of which a later version, whoever wrote it, refuses all that an earlier one refuses.</typeparam>
internal sealed class LastKnown<TState>(int capacity, Func<TState, long> until, TimeProvider clock)
    where TState : class
{
    private readonly RecentlyUsed<string, Row> _rows = new(capacity);

    /// <summary>What the row supposedly is; null when it has to be read.</summary>
    public Versioned<TState>? Recall(string key) =>
        RowOf(key).Recall(until, clock.GetUtcNow().ToUnixTimeMilliseconds());

    /// <summary>The row was read.</summary>
    public void Seen(string key, Versioned<TState> read) => RowOf(key).Seen(read);

    /// <summary>This instance has written the row.</summary>
    public void Wrote(string key, Versioned<TState> written) => RowOf(key).Wrote(written);

    /// <summary>A write on a version of the row has lost.</summary>
    public void Lost(string key) => RowOf(key).Lost();

    private Row RowOf(string key) => _rows.GetOrAdd(key, static (_, _) => new Row(), 0);

    private sealed class Row
    {
        private readonly Lock _gate = new();
        private Versioned<TState>? _known;
        private bool _isShared;

        public Versioned<TState>? Recall(Func<TState, long> until, long now)
        {
            lock (_gate)
            {
                if (_known is { } known && now >= until(known.State))
                {
                    _known = null;
                }

                return _isShared ? null : _known;
            }
        }

        public void Seen(Versioned<TState> read)
        {
            lock (_gate)
            {
                _isShared = _known is null ? _isShared : _known.Version != read.Version;
                _known = read;
            }
        }

        public void Wrote(Versioned<TState> written)
        {
            lock (_gate)
            {
                _known = written;
            }
        }

        public void Lost()
        {
            lock (_gate)
            {
                (_known, _isShared) = (null, true);
            }
        }
    }
}
