using System.Runtime.CompilerServices;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;

namespace OtpFunctions.Core.Storage;

/// <summary>The one place that knows what Table Storage answers when a write loses or the service fails.</summary>
internal static class TableFaults
{
    private const string TableNotFound = "TableNotFound";
    private const int NotFound = 404;
    private const int Conflict = 409;
    private const int PreconditionFailed = 412;

    /// <summary>Inserts; the table is made when it is not there yet. False when the row exists.</summary>
    public static async Task<bool> TryAddAsync(TableClient table, TableEntity row, CancellationToken cancellation) =>
        await AddVersionAsync(table, row, cancellation) is not null;

    /// <summary>Inserts as above. The row's version; null when it exists.</summary>
    public static Task<string?> AddVersionAsync(TableClient table, TableEntity row, CancellationToken cancellation) =>
        GuardAsync(async () =>
        {
            try
            {
                return await AddAsync(table, row, cancellation);
            }
            catch (RequestFailedException fault) when (fault.ErrorCode == TableNotFound)
            {
                await table.CreateIfNotExistsAsync(cancellation);
                return await AddAsync(table, row, cancellation);
            }
        });

    /// <summary>Replaces the row if its ETag is still this one.</summary>
    public static async Task<bool> TryReplaceAsync(
        TableClient table, TableEntity row, string version, CancellationToken cancellation) =>
        await ReplaceVersionAsync(table, row, version, cancellation) is not null;

    /// <summary>Replaces as above. The row's new version; null when it had another.</summary>
    public static Task<string?> ReplaceVersionAsync(
        TableClient table, TableEntity row, string version, CancellationToken cancellation) =>
        WriteAsync(() => table.UpdateEntityAsync(row, new ETag(version), TableUpdateMode.Replace, cancellation));

    /// <summary>Sets these columns of the row if its ETag is still this one.</summary>
    public static Task<bool> TryMergeAsync(
        TableClient table, TableEntity row, string version, CancellationToken cancellation) =>
        TryAsync(() => table.UpdateEntityAsync(row, new ETag(version), TableUpdateMode.Merge, cancellation));

    /// <summary>Does all of a transaction or nothing; the table is made when it is not there yet.</summary>
    public static Task SubmitAsync(
        TableClient table, IReadOnlyList<TableTransactionAction> actions, CancellationToken cancellation) =>
        GuardAsync(async () =>
        {
            try
            {
                return await table.SubmitTransactionAsync(actions, cancellation);
            }
            catch (RequestFailedException fault) when (fault.ErrorCode == TableNotFound)
            {
                await table.CreateIfNotExistsAsync(cancellation);
                return await table.SubmitTransactionAsync(actions, cancellation);
            }
        });

    /// <summary>Deletes the row if its ETag is still this one.</summary>
    public static Task<bool> TryDeleteAsync(
        TableClient table, string partition, string row, string version, CancellationToken cancellation) =>
        TryAsync(() => table.DeleteEntityAsync(partition, row, new ETag(version), cancellation));

    /// <summary>The row, or null.</summary>
    public static async Task<TableEntity?> FindAsync(
        TableClient table, string partition, string row, CancellationToken cancellation)
    {
        var found = await GuardAsync(
            () => table.GetEntityIfExistsAsync<TableEntity>(partition, row, cancellationToken: cancellation));
        return found.HasValue ? found.Value : null;
    }

    /// <summary>The first rows a filter leaves, in the order of their keys; none where the table was never written to.</summary>
    public static async Task<IReadOnlyList<TableEntity>> ListAsync(
        TableClient table, string? filter, int count, CancellationToken cancellation)
    {
        try
        {
            var rows = table.QueryAsync<TableEntity>(filter, maxPerPage: count, cancellationToken: cancellation);
            return await rows.Take(count).ToListAsync(cancellation);
        }
        catch (Exception exception) when (IsMissingTable(exception))
        {
            return [];
        }
        catch (Exception exception) when (IsFault(exception))
        {
            throw Unavailable(exception);
        }
    }

    /// <summary>A query's pages, fetched one by one; there is none where the table was never written to.</summary>
    public static async IAsyncEnumerable<IReadOnlyList<TableEntity>> PagesAsync(
        AsyncPageable<TableEntity> rows, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var pages = rows.AsPages().GetAsyncEnumerator(cancellation);
        await using (pages)
        {
            while (await NextAsync(pages))
            {
                yield return pages.Current.Values;
            }
        }
    }

    /// <summary>Runs a call whose every fault is the storage's own.</summary>
    public static async Task<T> GuardAsync<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (Exception exception) when (IsFault(exception))
        {
            throw Unavailable(exception);
        }
    }

    /// <summary>Whether a query failed because its table was never written to.</summary>
    public static bool IsMissingTable(Exception exception) =>
        exception is RequestFailedException fault && fault.ErrorCode == TableNotFound;

    /// <summary>
    /// Whether this is how the client says that the storage failed, did not answer in time, or that an answer is not the
    /// storage's: half of one, or a page of something in between.
    /// </summary>
    public static bool IsFault(Exception exception) =>
        exception is RequestFailedException or AggregateException or OperationCanceledException or JsonException;

    /// <summary>The fault as the core knows it. The client's message may hold a key, so only the codes are kept.</summary>
    public static StorageUnavailableException Unavailable(Exception exception) => exception is RequestFailedException fault
        ? new StorageUnavailableException($"Table Storage answered {fault.Status} {fault.ErrorCode}.")
        : new StorageUnavailableException($"Table Storage did not answer: {exception.GetType().Name}.");

    private static async Task<bool> NextAsync(IAsyncEnumerator<Page<TableEntity>> pages)
    {
        try
        {
            return await pages.MoveNextAsync();
        }
        catch (RequestFailedException exception) when (IsMissingTable(exception))
        {
            return false;
        }
        catch (Exception exception) when (IsFault(exception))
        {
            throw Unavailable(exception);
        }
    }

    private static async Task<string?> AddAsync(TableClient table, TableEntity row, CancellationToken cancellation)
    {
        try
        {
            return VersionOf(await table.AddEntityAsync(row, cancellation));
        }
        catch (RequestFailedException fault) when (fault.Status == Conflict)
        {
            return null;
        }
    }

    private static async Task<bool> TryAsync(Func<Task<Response>> write) => await WriteAsync(write) is not null;

    private static Task<string?> WriteAsync(Func<Task<Response>> write) => GuardAsync(async () =>
    {
        try
        {
            // A delete of what is not there answers 404 and does not throw.
            var answer = await write();
            return answer.Status == NotFound ? null : VersionOf(answer);
        }
        catch (RequestFailedException fault) when (fault.Status is PreconditionFailed or NotFound)
        {
            return null;
        }
    });

    // A delete leaves none, and that is no failure.
    private static string VersionOf(Response answer) => answer.Headers.ETag?.ToString() ?? "";
}
