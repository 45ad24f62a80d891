using System.Globalization;
using OtpFunctions.Core.Directory;

namespace OtpFunctions.Tests.Fakes;

/// <summary>Callers in memory, under the same conditions as the table; counts how often one is asked for.</summary>
internal sealed class MemoryCallerStore : IDirectoryStore<Caller>
{
    private readonly Dictionary<string, Stored<Caller>> _rows = [];
    private int _version;

    public int Finds { get; private set; }

    public Task<Stored<Caller>?> FindAsync(string id, CancellationToken cancellation)
    {
        Finds++;
        return Task.FromResult(_rows.GetValueOrDefault(id));
    }

    public Task<IReadOnlyList<Caller>> ListAsync(string? after, int count, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<Caller>>([.. _rows.Values.Select(row => row.Value)]);

    public Task<bool> TryAddAsync(Caller value, CancellationToken cancellation) =>
        Task.FromResult(_rows.TryAdd(value.Id, New(value)));

    public Task<bool> TryReplaceAsync(Caller value, string version, CancellationToken cancellation)
    {
        var isSame = Is(value.Id, version);
        if (isSame)
            _rows[value.Id] = New(value);

        return Task.FromResult(isSame);
    }

    public Task<bool> TryDeleteAsync(string id, string version, CancellationToken cancellation) =>
        Task.FromResult(Is(id, version) && _rows.Remove(id));

    private bool Is(string id, string version) => _rows.TryGetValue(id, out var row) && row.Version == version;

    private Stored<Caller> New(Caller value) => new(value, (++_version).ToString(CultureInfo.InvariantCulture));
}
