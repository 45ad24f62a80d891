using OtpFunctions.Core.Storage;

namespace OtpFunctions.Core.Purging;

/// <summary>What only takes up space.</summary>
internal interface IExpiredRows
{
    /// <summary>The rows whose PurgeAfter has come, a page at a time; only their keys are read.</summary>
    /// <exception cref="StorageUnavailableException">The storage did not answer, or with a fault.</exception>
    IAsyncEnumerable<IReadOnlyList<ExpiredRow>> FindAsync(DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Deletes the row if it is still as it was found.</summary>
    /// <returns>False when it was renewed, or another purge came first.</returns>
    /// <exception cref="StorageUnavailableException">The storage did not answer, or with a fault.</exception>
    Task<bool> TryDeleteAsync(ExpiredRow row, CancellationToken cancellation);
}
