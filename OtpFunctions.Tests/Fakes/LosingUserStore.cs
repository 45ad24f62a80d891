using OtpFunctions.Core.Directory;

namespace OtpFunctions.Tests.Fakes;

/// <summary>Lets every first write of a kind land and says that it did not, as when an answer is lost on the way.</summary>
internal sealed class LosingUserStore(IUserStore store) : IUserStore
{
    private readonly HashSet<string> _lost = [];

    public Task<Stored<User>?> FindAsync(string key, CancellationToken cancellation) => store.FindAsync(key, cancellation);

    public Task<IReadOnlyList<User>> ListAsync(string? after, int count, CancellationToken cancellation) =>
        store.ListAsync(after, count, cancellation);

    public Task<bool> TryAddAsync(string key, User user, CancellationToken cancellation) =>
        LoseAsync("add", store.TryAddAsync(key, user, cancellation));

    public Task<bool> TryReplaceAsync(string key, User user, string version, CancellationToken cancellation) =>
        LoseAsync("replace", store.TryReplaceAsync(key, user, version, cancellation));

    public Task<bool> TryDeleteAsync(string key, string version, CancellationToken cancellation) =>
        LoseAsync("delete", store.TryDeleteAsync(key, version, cancellation));

    public Task<Stored<AddressClaim>?> FindClaimAsync(ClaimKey key, CancellationToken cancellation) =>
        store.FindClaimAsync(key, cancellation);

    public Task<string?> TryAddClaimAsync(ClaimKey key, AddressClaim claim, CancellationToken cancellation) =>
        LoseAsync("add claim", store.TryAddClaimAsync(key, claim, cancellation));

    public Task<string?> TryReplaceClaimAsync(
        ClaimKey key, AddressClaim claim, string version, CancellationToken cancellation) =>
        LoseAsync("replace claim", store.TryReplaceClaimAsync(key, claim, version, cancellation));

    public Task<bool> TryDeleteClaimAsync(ClaimKey key, string version, CancellationToken cancellation) =>
        LoseAsync("delete claim", store.TryDeleteClaimAsync(key, version, cancellation));

    private async Task<bool> LoseAsync(string kind, Task<bool> write) => await write && !_lost.Add(kind);

    private async Task<string?> LoseAsync(string kind, Task<string?> write) =>
        await write is { } version && !_lost.Add(kind) ? version : null;
}
