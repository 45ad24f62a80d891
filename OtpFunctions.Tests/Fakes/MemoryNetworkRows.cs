using System.Globalization;
using OtpFunctions.Core.Limits;
using OtpFunctions.Core.Storage;

namespace OtpFunctions.Tests.Fakes;

/// <summary>Rows of networks in memory, which several instances share.</summary>
internal sealed class MemoryNetworkRows
{
    private readonly Dictionary<string, Versioned<CallTimes>> _rows = [];
    private int _version;

    public IReadOnlyCollection<string> Keys => _rows.Keys;

    public Versioned<CallTimes> Load(string key) => _rows.GetValueOrDefault(key) ?? new(CallTimes.None, null, []);

    /// <summary>The row as written, or null when it is no longer the one read.</summary>
    public Versioned<CallTimes>? TrySave(string key, Versioned<CallTimes> read, CallTimes next, string change)
    {
        if (Load(key).Version != read.Version)
            return null;

        var version = (++_version).ToString(CultureInfo.InvariantCulture);
        return _rows[key] = new(next, version, [change, .. read.Changes]);
    }

    /// <summary>As the purge does.</summary>
    public void Delete(string key) => _rows.Remove(key);
}
