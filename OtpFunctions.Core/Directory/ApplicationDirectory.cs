using System.Diagnostics.CodeAnalysis;
using OtpFunctions.Core.Secrecy;
using OtpFunctions.Core.Storage;

namespace OtpFunctions.Core.Directory;

/// <summary>
/// The applications: made, asked for, changed and known by their secrets. Nothing is cached, so what is changed or
/// deleted holds at once, on every instance.
/// </summary>
public sealed class ApplicationDirectory
{
    private static readonly Failure Unknown = new(FailureCode.ApplicationUnknown);
    private readonly IDirectoryStore<Application> _store;
    private readonly KeyHasher _hasher;
    private readonly TimeProvider _clock;

    internal ApplicationDirectory(IDirectoryStore<Application> store, KeyHasher hasher, TimeProvider clock) =>
        (_store, _hasher, _clock) = (store, hasher, clock);

    /// <summary>Whether this is the shape of an id: 32 lower-case hex digits.</summary>
    /// <param name="clientId">Anything.</param>
    public static bool IsClientId([NotNullWhen(true)] string? clientId) => RandomId.IsHex(clientId);

    /// <summary>Makes an application.</summary>
    /// <param name="name">What people will call it.</param>
    /// <param name="clientId">The id it had elsewhere, or null for a new one.</param>
    /// <param name="secret">The secret it had elsewhere, or null for a new one.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>It, with its secret; or null when the id is taken.</returns>
    /// <exception cref="StorageUnavailableException">Whether it was made is not known.</exception>
    public async Task<NewSecret?> CreateAsync(
        string name, string? clientId, string? secret, CancellationToken cancellation)
    {
        clientId ??= RandomId.Hex();
        secret ??= RandomId.Hex();
        var application = new Application(
            clientId, name, _clock.GetUtcNow(), HashOf(clientId, secret), new OtpSettings());
        return await _store.TryAddAsync(application, cancellation) || await IsThereAsync(application, cancellation)
            ? new NewSecret(application, secret)
            : null;
    }

    /// <summary>The application, or ApplicationUnknown.</summary>
    /// <param name="clientId">Its id.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="StorageUnavailableException">Nothing is known.</exception>
    public async Task<Result<Application>> FindAsync(string clientId, CancellationToken cancellation) =>
        await _store.FindAsync(clientId, cancellation) is { } found ? found.Value : Unknown;

    /// <summary>A page of applications, in the order of their ids.</summary>
    /// <param name="after">The last id of the page before, or null.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="StorageUnavailableException">Nothing is known.</exception>
    public Task<IReadOnlyList<Application>> ListAsync(string? after, int count, CancellationToken cancellation) =>
        _store.ListAsync(after, count, cancellation);

    /// <summary>The application, when this is its secret; else ApplicationUnknown or ApplicationSecretWrong.</summary>
    /// <param name="clientId">Whatever the caller gave.</param>
    /// <param name="secret">Whatever the caller gave.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="StorageUnavailableException">Nothing is known.</exception>
    public async Task<Result<Application>> AuthenticateAsync(
        string clientId, string secret, CancellationToken cancellation)
    {
        var found = await FindAsync(clientId, cancellation);
        return !found.Succeeded || IsSecretOf(found.Value, secret)
            ? found
            : new Failure(FailureCode.ApplicationSecretWrong);
    }

    /// <summary>Gives a new secret; the old one is dead when this returns.</summary>
    /// <param name="clientId">Whose.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="StorageUnavailableException">Whether it was changed is not known.</exception>
    public async Task<Result<NewSecret>> RotateSecretAsync(string clientId, CancellationToken cancellation)
    {
        var secret = RandomId.Hex();
        var changed = await _store.ChangeAsync(
            clientId, application => application.With(secretHash: HashOf(clientId, secret)), Unknown, cancellation);
        return changed.Select(application => new NewSecret(application, secret));
    }

    /// <summary>Changes how it wants its codes.</summary>
    /// <param name="clientId">Whose.</param>
    /// <param name="otp">The new settings, whole.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="StorageUnavailableException">Whether they were changed is not known.</exception>
    public Task<Result<Application>> SetOtpAsync(string clientId, OtpSettings otp, CancellationToken cancellation) =>
        _store.ChangeAsync(clientId, application => application.With(otp: otp), Unknown, cancellation);

    /// <summary>Deletes it; its live codes are dead with it.</summary>
    /// <param name="clientId">Which.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="StorageUnavailableException">Whether it is gone is not known.</exception>
    public Task<Result<Application>> DeleteAsync(string clientId, CancellationToken cancellation) =>
        _store.RemoveAsync(clientId, Unknown, cancellation);

    // It was added; only the answer was lost. The same id and secret at another time is somebody else's doing.
    private async Task<bool> IsThereAsync(Application added, CancellationToken cancellation) =>
        await _store.FindAsync(added.ClientId, cancellation) is { } found
        && found.Value.CreatedAt == added.CreatedAt
        && found.Value.SecretHash == added.SecretHash;

    private string HashOf(string clientId, string secret) => _hasher.Hash("application", $"{clientId}\n{secret}");

    private bool IsSecretOf(Application application, string secret) =>
        _hasher.Matches("application", $"{application.ClientId}\n{secret}", application.SecretHash);
}
