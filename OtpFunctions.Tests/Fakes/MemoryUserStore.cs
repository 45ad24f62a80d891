using System.Globalization;
using OtpFunctions.Core.Directory;

namespace OtpFunctions.Tests.Fakes;

/// <summary>Users in memory, under the same conditions as the table; for one at a time.</summary>
internal sealed class MemoryUserStore : IUserStore
{
    private readonly SortedDictionary<string, Stored<User>> _users = new(StringComparer.Ordinal);
    private readonly Dictionary<ClaimKey, Stored<AddressClaim>> _claims = [];
    private int _writes;

    public int Claims => _claims.Count;

    public Task<Stored<User>?> FindAsync(string key, CancellationToken cancellation) =>
        Task.FromResult(_users.GetValueOrDefault(key));

    public Task<IReadOnlyList<User>> ListAsync(string? after, int count, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<User>>(
        [
            .. _users.Where(row => string.CompareOrdinal(row.Key, after) > 0).Take(count).Select(row => row.Value.Value),
        ]);

    public Task<bool> TryAddAsync(string key, User user, CancellationToken cancellation) =>
        Task.FromResult(Put(_users, key, user, null) is not null);

    public Task<bool> TryReplaceAsync(string key, User user, string version, CancellationToken cancellation) =>
        Task.FromResult(Put(_users, key, user, version) is not null);

    public Task<bool> TryDeleteAsync(string key, string version, CancellationToken cancellation) =>
        Task.FromResult(Delete(_users, key, version));

    public Task<Stored<AddressClaim>?> FindClaimAsync(ClaimKey key, CancellationToken cancellation) =>
        Task.FromResult(_claims.GetValueOrDefault(key));

    public Task<string?> TryAddClaimAsync(ClaimKey key, AddressClaim claim, CancellationToken cancellation) =>
        Task.FromResult(Put(_claims, key, claim, null));

    public Task<string?> TryReplaceClaimAsync(
        ClaimKey key, AddressClaim claim, string version, CancellationToken cancellation) =>
        Task.FromResult(Put(_claims, key, claim, version));

    public Task<bool> TryDeleteClaimAsync(ClaimKey key, string version, CancellationToken cancellation) =>
        Task.FromResult(Delete(_claims, key, version));

    // The version that is there must be this one; null means that there is none.
    private string? Put<TKey, T>(IDictionary<TKey, Stored<T>> rows, TKey key, T value, string? version)
        where T : class
    {
        if ((rows.TryGetValue(key, out var row) ? row.Version : null) != version)
        {
            return null;
        }

        var next = (++_writes).ToString(CultureInfo.InvariantCulture);
        rows[key] = new Stored<T>(value, next);
        return next;
    }

    private static bool Delete<TKey, T>(IDictionary<TKey, Stored<T>> rows, TKey key, string version)
        where T : class =>
        rows.TryGetValue(key, out var row) && row.Version == version && rows.Remove(key);
}
