namespace OtpFunctions.Core.Storage;

/// <summary>One kind of state by key. Every write is conditional: on the version read, or on there being none.</summary>
/// <typeparam name="TState">An immutable state that rules decide on.</typeparam>
internal interface IStateStore<TState>
    where TState : class
{
    /// <summary>The state with its version; an empty one without a version where nothing was written.</summary>
    /// <exception cref="StorageUnavailableException">The storage did not answer, or with a fault.</exception>
    Task<Versioned<TState>> LoadAsync(string key, CancellationToken cancellation);

    /// <summary>Writes <paramref name="next"/> if the row is still <paramref name="read"/>.</summary>
    /// <returns>False when another writer came first, or when this write's own answer was lost and it was sent twice.</returns>
    /// <exception cref="StorageUnavailableException">The storage did not answer, or with a fault.</exception>
    Task<bool> TrySaveAsync(
        string key, Versioned<TState> read, TState next, string change, CancellationToken cancellation);
}
