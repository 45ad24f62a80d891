using System.Collections;

namespace Azure.Data.Tables;

public partial class TableEntity
{
    public int Count => Properties.Count;

    public ICollection<string> Keys => Properties.Keys;

    ICollection<object?> IDictionary<string, object?>.Values => Properties.Values;

    bool ICollection<KeyValuePair<string, object?>>.IsReadOnly => false;

    private ICollection<KeyValuePair<string, object?>> Pairs => Properties;

    public object? this[string key]
    {
        get => Value(key);
        set
        {
            ArgumentException.ThrowIfNullOrEmpty(key);
            var old = Properties.GetValueOrDefault(key);
            Properties[key] = old is null || value is null ? value : Fit(old, value);
        }
    }

    public void Add(string key, object? value) => this[key] = value;

    public void Clear() => Properties.Clear();

    public bool ContainsKey(string key) => Properties.ContainsKey(key);

    public bool Remove(string key) => Properties.Remove(key);

    public bool TryGetValue(string key, out object? value) => Properties.TryGetValue(key, out value);

    void ICollection<KeyValuePair<string, object?>>.Add(KeyValuePair<string, object?> item) =>
        Add(item.Key, item.Value);

    bool ICollection<KeyValuePair<string, object?>>.Contains(KeyValuePair<string, object?> item) =>
        Pairs.Contains(item);

    void ICollection<KeyValuePair<string, object?>>.CopyTo(KeyValuePair<string, object?>[] array, int arrayIndex) =>
        Pairs.CopyTo(array, arrayIndex);

    bool ICollection<KeyValuePair<string, object?>>.Remove(KeyValuePair<string, object?> item) =>
        Pairs.Remove(item);

    IEnumerator<KeyValuePair<string, object?>> IEnumerable<KeyValuePair<string, object?>>.GetEnumerator() =>
        Properties.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => Properties.GetEnumerator();

    // A property keeps its type, but for numbers, which may widen: the table's columns have no type of their own.
    private static object Fit(object old, object value) => (old, value) switch
    {
        (int, long or double) => value,
        (long, int number) => (long)number,
        (double, int number) => (double)number,
        _ when old.GetType().IsInstanceOfType(value) => value,
        _ => throw new InvalidOperationException($"A {value.GetType()} cannot take the place of a {old.GetType()}."),
    };
}
