namespace OtpFunctions.Core.Limits.Budgets;

/// <summary>
/// A bounded memory of what was used last: at most <paramref name="capacity"/> values, and at least the last half as
/// many. Two generations: when the young one is full the old one is forgotten, so that nothing is searched or sorted.
/// </summary>
internal sealed class RecentlyUsed<TKey, TValue>(int capacity)
    where TKey : notnull
{
    private readonly Lock _gate = new();
    private Dictionary<TKey, TValue> _young = [];
    private Dictionary<TKey, TValue> _old = [];

    /// <summary>How many values are kept now.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _young.Count + _old.Count;
            }
        }
    }

    public TValue GetOrAdd<TArgument>(TKey key, Func<TKey, TArgument, TValue> make, TArgument argument)
    {
        lock (_gate)
        {
            if (_young.TryGetValue(key, out var value))
            {
                return value;
            }

            if (!_old.Remove(key, out value))
            {
                value = make(key, argument);
            }

            if (_young.Count >= capacity / 2)
            {
                (_old, _young) = (_young, []);
            }

            _young.Add(key, value);
            return value;
        }
    }
}
