using System.Collections;

namespace OtpFunctions.Http;

/// <summary>What every log line of a call carries.</summary>
/// <param name="id">Of the call.</param>
internal sealed class RequestScope(string id) : IReadOnlyList<KeyValuePair<string, object?>>
{
    private const string Name = "RequestId";

    public int Count => 1;

    public KeyValuePair<string, object?> this[int index] =>
        index == 0 ? new(Name, id) : throw new ArgumentOutOfRangeException(nameof(index));

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
    {
        yield return this[0];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>As a console shows it.</summary>
    public override string ToString() => $"{Name}:{id}";
}
