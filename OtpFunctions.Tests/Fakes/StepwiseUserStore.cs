using OtpFunctions.Core.Directory;

namespace OtpFunctions.Tests.Fakes;

/// <summary>A store of users whose every call is a step that something can happen at.</summary>
internal abstract class StepwiseUserStore(IUserStore store) : IUserStore
{
    public Task<Stored<User>?> FindAsync(string key, CancellationToken cancellation) =>
        StepAsync(() => store.FindAsync(key, cancellation));

    public Task<IReadOnlyList<User>> ListAsync(string? after, int count, CancellationToken cancellation) =>
        StepAsync(() => store.ListAsync(after, count, cancellation));

    public Task<bool> TryAddAsync(string key, User user, CancellationToken cancellation) =>
        StepAsync(() => store.TryAddAsync(key, user, cancellation));

    public Task<bool> TryReplaceAsync(string key, User user, string version, CancellationToken cancellation) =>
        StepAsync(() => store.TryReplaceAsync(key, user, version, cancellation));

    public Task<bool> TryDeleteAsync(string key, string version, CancellationToken cancellation) =>
        StepAsync(() => store.TryDeleteAsync(key, version, cancellation));

    public Task<Stored<AddressClaim>?> FindClaimAsync(ClaimKey key, CancellationToken cancellation) =>
        StepAsync(() => store.FindClaimAsync(key, cancellation));

    public Task<string?> TryAddClaimAsync(ClaimKey key, AddressClaim claim, CancellationToken cancellation) =>
        StepAsync(() => store.TryAddClaimAsync(key, claim, cancellation));

    public Task<string?> TryReplaceClaimAsync(
        ClaimKey key, AddressClaim claim, string version, CancellationToken cancellation) =>
        StepAsync(() => store.TryReplaceClaimAsync(key, claim, version, cancellation));

    public Task<bool> TryDeleteClaimAsync(ClaimKey key, string version, CancellationToken cancellation) =>
        StepAsync(() => store.TryDeleteClaimAsync(key, version, cancellation));

    protected abstract Task<T> StepAsync<T>(Func<Task<T>> call);
}
