using OtpFunctions.Core.Storage;

namespace OtpFunctions.Core.Directory;

/// <summary>Read, change, write on condition; on a conflict again with what the winner left, a bounded number of times.</summary>
internal static class DirectoryChanges
{
    private const int Rounds = 5;
    private static readonly Failure Contended = new(FailureCode.Contended, TimeSpan.FromSeconds(1));

    /// <summary>The row as changed, or <paramref name="unknown"/>, or Contended.</summary>
    /// <exception cref="StorageUnavailableException">Whether it was changed is not known.</exception>
    public static Task<Result<T>> ChangeAsync<T>(
        this IDirectoryStore<T> store, string id, Func<T, T> change, Failure unknown, CancellationToken cancellation)
        where T : class => WriteAsync(
            store,
            id,
            change,
            (next, version) => store.TryReplaceAsync(next, version, cancellation),
            unknown,
            cancellation);

    /// <summary>The row as it was, now gone; or <paramref name="unknown"/>, or Contended.</summary>
    /// <exception cref="StorageUnavailableException">Whether it is gone is not known.</exception>
    public static Task<Result<T>> RemoveAsync<T>(
        this IDirectoryStore<T> store, string id, Failure unknown, CancellationToken cancellation)
        where T : class => WriteAsync(
            store,
            id,
            row => row,
            (_, version) => store.TryDeleteAsync(id, version, cancellation),
            unknown,
            cancellation);

    private static async Task<Result<T>> WriteAsync<T>(
        IDirectoryStore<T> store,
        string id,
        Func<T, T> change,
        Func<T, string, Task<bool>> write,
        Failure unknown,
        CancellationToken cancellation)
        where T : class
    {
        for (var round = 0; round < Rounds; round++)
        {
            if (await store.FindAsync(id, cancellation) is not { } found)
            {
                return unknown;
            }

            var next = change(found.Value);
            if (await write(next, found.Version))
            {
                return next;
            }
        }

        return Contended;
    }
}
