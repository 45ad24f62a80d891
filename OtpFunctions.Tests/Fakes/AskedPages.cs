using OtpFunctions.Core.Records;

namespace OtpFunctions.Tests.Fakes;

/// <summary>Pages of a lane, for one reader; it counts how many were asked for.</summary>
internal sealed class AskedPages(IReadOnlyList<IReadOnlyList<MessageRecord>> pages)
    : IAsyncEnumerable<IReadOnlyList<MessageRecord>>, IAsyncEnumerator<IReadOnlyList<MessageRecord>>
{
    public int Asked { get; private set; }

    public bool IsDisposed { get; private set; }

    /// <summary>Called before each page.</summary>
    public Func<Task> Before { get; init; } = () => Task.CompletedTask;

    public IReadOnlyList<MessageRecord> Current => pages[Asked - 1];

    public IAsyncEnumerator<IReadOnlyList<MessageRecord>> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        this;

    public async ValueTask<bool> MoveNextAsync()
    {
        await Task.Yield();
        await Before();
        return ++Asked <= pages.Count;
    }

    public ValueTask DisposeAsync()
    {
        IsDisposed = true;
        return ValueTask.CompletedTask;
    }
}
