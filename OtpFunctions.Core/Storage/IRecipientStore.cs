using OtpFunctions.Core.Codes;

namespace OtpFunctions.Core.Storage;

/// <summary>Recipients by key. Every write is conditional: on the version read, or on there being none.</summary>
internal interface IRecipientStore
{
    /// <summary>The recipient, or <see cref="VersionedRecipient.None"/>.</summary>
    /// <exception cref="StorageUnavailableException">The storage did not answer, or with a fault.</exception>
    Task<VersionedRecipient> LoadAsync(string key, CancellationToken cancellation);

    /// <summary>Writes <paramref name="next"/> if the row is still <paramref name="read"/>.</summary>
    /// <returns>False when another writer came first, or when this write's own answer was lost and it was sent twice.</returns>
    /// <exception cref="StorageUnavailableException">The storage did not answer, or with a fault.</exception>
    Task<bool> TrySaveAsync(
        string key, VersionedRecipient read, RecipientState next, string change, CancellationToken cancellation);
}
