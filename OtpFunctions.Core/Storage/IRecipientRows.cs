using OtpFunctions.Core.Directory;

namespace OtpFunctions.Core.Storage;

/// <summary>What lies beside each other about an address: its recipient's state, and whose it is.</summary>
internal interface IRecipientRows
{
    /// <summary>Both by one request, of one moment or not.</summary>
    /// <exception cref="StorageUnavailableException">The storage did not answer, or with a fault.</exception>
    Task<RecipientRows> LoadAsync(ClaimKey key, CancellationToken cancellation);
}
