namespace OtpFunctions.Core.Storage;

/// <summary>Asks the storage for a row that is not there: the cheapest proof that it answers this service.</summary>
public sealed class StorageProbe
{
    private readonly Tables _tables;

    internal StorageProbe(Tables tables) => _tables = tables;

    /// <summary>Returns when the storage answered.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="StorageUnavailableException">It did not, or with a fault.</exception>
    public Task AskAsync(CancellationToken cancellation) =>
        TableFaults.FindAsync(_tables.Recipients, "probe", "probe", cancellation);
}
