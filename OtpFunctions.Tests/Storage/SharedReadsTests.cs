using System.Threading.Channels;
using OtpFunctions.Core.Storage;

namespace OtpFunctions.Tests.Storage;

public sealed class SharedReadsTests
{
    private const int Most = SharedReads<string>.MostAtATime;
    private readonly Channel<Read> _begun = Channel.CreateUnbounded<Read>();
    private readonly AsyncLocal<string> _call = new();
    private readonly SharedReads<string> _reads;

    public SharedReadsTests() => _reads = new((_, cancellation) =>
    {
        var read = new Read(new(TaskCreationOptions.RunContinuationsAsynchronously), _call.Value, cancellation);
        Assert.True(_begun.Writer.TryWrite(read));
        return read.Says.Task;
    });

    [Fact]
    public async Task While_few_ask_each_reads_alone_and_stops_when_told()
    {
        using var patience = new CancellationTokenSource();
        var asked = new[] { _reads.ReadAsync("row", patience.Token), _reads.ReadAsync("row", default) };

        var (first, second) = (await BegunAsync(), await BegunAsync());
        Assert.Equal((patience.Token, default), (first.Cancellation, second.Cancellation));
        second.Says.SetResult("second");
        first.Says.SetResult("first");
        Assert.Equal(["first", "second"], await Task.WhenAll(asked));
    }

    [Fact]
    public async Task Who_comes_while_reads_run_shares_one_that_begins_after_he_came()
    {
        var (_, first) = await FillAsync();
        var late = new[] { _reads.ReadAsync("row", default), _reads.ReadAsync("row", default) };
        Assert.False(_begun.Reader.TryPeek(out _));

        first.Says.SetResult("old");
        var shared = await BegunAsync();
        Assert.All(late, reading => Assert.False(reading.IsCompleted));

        // It has begun: who comes now is not given what it says.
        var later = _reads.ReadAsync("row", default);
        shared.Says.SetResult("new");
        Assert.Equal(["new", "new"], await Task.WhenAll(late));
        (await BegunAsync()).Says.SetResult("newer");
        Assert.Equal("newer", await later);
    }

    [Fact]
    public async Task Readers_of_another_row_wait_for_nobody()
    {
        await FillAsync();

        var other = _reads.ReadAsync("another", default);

        (await BegunAsync()).Says.SetResult("other");
        Assert.Equal("other", await other);
    }

    [Fact]
    public async Task A_failure_is_that_of_all_who_shared_the_read_and_of_nobody_else()
    {
        var (asked, first) = await FillAsync();
        var late = new[] { _reads.ReadAsync("row", default), _reads.ReadAsync("row", default) };
        first.Says.SetException(new StorageUnavailableException("first"));
        var shared = await BegunAsync();
        var later = _reads.ReadAsync("row", default);
        shared.Says.SetException(new StorageUnavailableException("shared"));
        (await BegunAsync()).Says.SetResult("fine");

        Assert.Equal("first", (await Assert.ThrowsAsync<StorageUnavailableException>(() => asked[0])).Message);
        foreach (var reading in late)
        {
            Assert.Equal("shared", (await Assert.ThrowsAsync<StorageUnavailableException>(() => reading)).Message);
        }

        Assert.Equal("fine", await later);
    }

    [Fact]
    public async Task One_who_gives_up_ends_nobody_elses_read()
    {
        var (_, first) = await FillAsync();
        using var patience = new CancellationTokenSource();
        var (gone, stays) = (_reads.ReadAsync("row", patience.Token), _reads.ReadAsync("row", default));
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone);

        first.Says.SetResult("old");
        var shared = await BegunAsync();
        Assert.False(shared.Cancellation.CanBeCanceled);
        shared.Says.SetResult("new");
        Assert.Equal("new", await stays);
    }

    [Fact]
    public async Task A_shared_read_is_no_part_of_the_call_that_made_room_for_it()
    {
        _call.Value = "a call";
        var (_, first) = await FillAsync();
        _ = _reads.ReadAsync("row", default);

        first.Says.SetResult("old");

        Assert.Equal("a call", first.Call);
        Assert.Null((await BegunAsync()).Call);
    }

    [Fact]
    public async Task What_nobody_reads_is_not_kept()
    {
        Task<string>[] asked = [_reads.ReadAsync("row", default), _reads.ReadAsync("another", default)];
        Assert.Equal(2, _reads.Count);

        (await BegunAsync()).Says.SetResult("one");
        (await BegunAsync()).Says.SetException(new StorageUnavailableException("none"));

        Assert.Equal("one", await asked[0]);
        await Assert.ThrowsAsync<StorageUnavailableException>(() => asked[1]);
        Assert.Equal(0, _reads.Count);
    }

    [Fact]
    public async Task However_many_come_and_go_each_is_given_what_was_read_after_he_came()
    {
        var version = 0;
        var reads = new SharedReads<int>(async (_, _) =>
        {
            var read = Volatile.Read(ref version);
            await Task.Yield();
            return read;
        });

        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 2000; i++)
            {
                var asked = Interlocked.Increment(ref version);
                Assert.InRange(await reads.ReadAsync("row", default), asked, int.MaxValue);
            }
        })));

        Assert.Equal(0, reads.Count);
    }

    /// <summary>As many readers as read alone, and the first of their reads; the others do not end.</summary>
    private async Task<(Task<string>[] Asked, Read First)> FillAsync()
    {
        Task<string>[] asked = [.. Enumerable.Range(0, Most).Select(_ => _reads.ReadAsync("row", default))];
        var first = await BegunAsync();
        for (var others = 1; others < Most; others++)
        {
            await BegunAsync();
        }

        return (asked, first);
    }

    private async Task<Read> BegunAsync() => await _begun.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30));

    private sealed record Read(TaskCompletionSource<string> Says, string? Call, CancellationToken Cancellation);
}
