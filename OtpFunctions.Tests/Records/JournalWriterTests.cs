using OtpFunctions.Core.Records;
using OtpFunctions.Core.Storage;
using OtpFunctions.Tests.Fakes;

namespace OtpFunctions.Tests.Records;

/// <summary>When the writer writes, and what it does when it cannot.</summary>
public sealed class JournalWriterTests
{
    private const int FullRows = 1000;
    private readonly MemoryRecordStore _store = new();

    [Fact]
    public async Task Notes_wait_for_each_other_and_those_of_a_lane_are_written_together()
    {
        var started = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        _store.Before = _ =>
        {
            started.TrySetResult();
            return go.Task;
        };
        await using var bench = new JournalBench(_store, new PassingClock(TimeSpan.Zero));
        bench.Writer.Start();
        for (var number = 0; number < FullRows; number++)
            bench.Send();

        await started.Task;
        for (var number = 0; number < 250; number++)
            bench.Send();

        go.SetResult();
        await bench.StopAsync();

        Assert.Equal(FullRows + 250, _store.Parts.Sum(part => part.Changes.Count));
        // Each time a part a lane, and one of counts.
        Assert.Equal(2 * (RecordId.Lanes.Length + 1), _store.Parts.Count);
        Assert.All(_store.Parts, part => Assert.InRange(part.Changes.Count + part.Tallies.Count, 1, _store.MostRows));
    }

    [Fact]
    public async Task A_thousand_rows_do_not_wait_for_the_time()
    {
        await using var bench = new JournalBench(_store, new PassingClock(TimeSpan.Zero));
        bench.Writer.Start();
        for (var number = 0; number < FullRows; number++)
            bench.Send();

        Assert.Equal(FullRows, await Eventually.GetAsync(
            () => Task.FromResult(_store.Parts.Sum(part => part.Changes.Count)), rows => rows == FullRows));
    }

    [Fact]
    public async Task While_nothing_comes_no_timer_is_set()
    {
        var clock = new HurriedClock();
        await using var bench = new JournalBench(_store, clock);
        bench.Writer.Start();
        bench.Send();
        await WrittenAsync(2);

        var timers = clock.Timers;
        await Task.Delay(TimeSpan.FromMilliseconds(50));

        Assert.Equal(1, timers);
        Assert.Equal(timers, clock.Timers);
    }

    [Fact]
    public async Task A_full_queue_takes_no_note_and_says_so_once()
    {
        await using var bench = new JournalBench(_store, new ManualClock());
        for (var number = 0; number < SendJournal.Capacity + 7; number++)
            bench.Send(id: "019a0000-0000-7000-8000-00000000000a");

        Assert.StartsWith("1 notes", Assert.Single(bench.LostLog.Lines), StringComparison.Ordinal);
        bench.Writer.Start();
        await bench.StopAsync();

        Assert.StartsWith("6 notes", bench.LostLog.Lines[1], StringComparison.Ordinal);
        Assert.Equal(SendJournal.Capacity, _store.Parts.Max(part => part.Tallies.Sum(tally => tally.Value.Sent)));
    }

    [Fact]
    public async Task What_fails_is_tried_five_times_and_nothing_is_lost_when_the_last_succeeds()
    {
        var tries = 0;
        _store.Before = _ => ++tries < 5 ? throw new StorageUnavailableException() : Task.CompletedTask;
        await using var bench = new JournalBench(_store, new HurriedClock());
        bench.Writer.Start();
        bench.Send();

        await WrittenAsync(2);

        // The counts five times, the record once.
        Assert.Equal(6, tries);
        Assert.Empty(bench.LostLog.Lines);
    }

    [Theory]
    [InlineData(typeof(StorageUnavailableException), 10)]
    [InlineData(typeof(InvalidOperationException), 2)]
    public async Task What_is_given_up_is_counted_and_the_writer_goes_on(Type fault, int expected)
    {
        var (tries, fails) = (0, true);
        _store.Before = _ =>
        {
            tries++;
            return fails ? throw (Exception)Activator.CreateInstance(fault)! : Task.CompletedTask;
        };
        await using var bench = new JournalBench(_store, new HurriedClock());
        bench.Writer.Start();
        bench.Send();
        await Eventually.GetAsync(() => Task.FromResult(bench.LostLog.Lines.Count), count => count == 1);
        Assert.Equal(expected, tries);

        fails = false;
        var id = bench.Send();
        await WrittenAsync(2);

        Assert.StartsWith("1 notes", bench.LostLog.Lines[0], StringComparison.Ordinal);
        Assert.Equal(id, Assert.Single(_store.Parts.SelectMany(part => part.Changes)).Id.ToString());
        // Of what was given up the count is still there.
        Assert.Equal(2, Assert.Single(_store.Parts.SelectMany(part => part.Tallies)).Value.Sent);
    }

    [Fact]
    public async Task Counts_that_could_not_be_written_are_no_lost_notes()
    {
        var tries = 0;
        _store.Before = _ => ++tries == 1 ? throw new InvalidOperationException() : Task.CompletedTask;
        await using var bench = new JournalBench(_store, new HurriedClock());
        bench.Writer.Start();
        bench.Send();
        await WrittenAsync(1);
        Assert.Single(_store.Parts.Single().Changes);

        await bench.StopAsync();

        Assert.Equal(1, Assert.Single(_store.Parts.SelectMany(part => part.Tallies)).Value.Sent);
        Assert.Empty(bench.LostLog.Lines);
    }

    [Fact]
    public async Task Counts_of_what_was_given_up_are_written_at_the_end()
    {
        var fails = true;
        _store.Before = _ => fails ? throw new InvalidOperationException() : Task.CompletedTask;
        await using var bench = new JournalBench(_store, new HurriedClock());
        bench.Writer.Start();
        bench.Send();
        await Eventually.GetAsync(() => Task.FromResult(bench.LostLog.Lines.Count), count => count == 1);

        fails = false;
        await bench.StopAsync();

        var part = Assert.Single(_store.Parts);
        Assert.Equal((0, 1), (part.Changes.Count, Assert.Single(part.Tallies).Value.Sent));
    }

    [Fact]
    public async Task An_end_waits_five_seconds_and_no_longer()
    {
        _store.Before = cancellation => TableFaults.GuardAsync(async () =>
        {
            await Task.Delay(Timeout.Infinite, cancellation);
            return 0;
        });
        await using var bench = new JournalBench(_store, new HurriedClock());
        bench.Writer.Start();
        bench.Send();

        await bench.StopAsync().WaitAsync(TimeSpan.FromSeconds(20));

        Assert.StartsWith("1 notes", Assert.Single(bench.LostLog.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_end_notes_are_counted_as_lost()
    {
        var bench = new JournalBench(_store, new HurriedClock());
        bench.Writer.Start();
        await bench.StopAsync();

        bench.Send();

        Assert.StartsWith("1 notes", Assert.Single(bench.LostLog.Lines), StringComparison.Ordinal);
    }

    private Task<int> WrittenAsync(int parts) =>
        Eventually.GetAsync(() => Task.FromResult(_store.Parts.Count), count => count == parts);
}
