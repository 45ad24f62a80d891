using Azure.Data.Tables;
using OtpFunctions.Core.Purging;
using OtpFunctions.Core.Storage;
using OtpFunctions.Tests.Fakes;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Purging;

public sealed class PurgerTests
{
    private static readonly TimeSpan Budget = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task What_is_past_goes_and_what_is_not_stays()
    {
        var (tables, bench) = await NewAsync();
        await bench.IssueAsync("13600000001");
        bench.Clock.Advance(TimeSpan.FromMilliseconds(1));
        await bench.IssueAsync("13600000002");
        bench.Clock.Advance(TimeSpan.FromHours(25) - TimeSpan.FromMilliseconds(1));

        var report = await new Purger(new ExpiredRows(tables), bench.Clock).RunAsync(Budget, default);

        Assert.Equal(new PurgeReport(1, 0, 0, Finished: true), report);
        Assert.Single(tables.Recipients.Query<TableEntity>().ToList());
    }

    [Fact]
    public async Task Whose_an_address_is_is_never_purged_though_it_lies_beside_its_recipient()
    {
        var users = await Users.NewAsync();
        await users.Directory.CreateAsync("alice", Users.Email("someone@example.com"), Users.Phone(1), default);
        await new CodeBench(StateTables.Recipients(users.Tables)).IssueAsync("someone@example.com");
        users.Clock.Advance(TimeSpan.FromDays(1000));

        var report = await new Purger(new ExpiredRows(users.Tables), users.Clock).RunAsync(Budget, default);

        Assert.Equal(new PurgeReport(1, 0, 0, Finished: true), report);
        Assert.Equal(2, users.CountClaims());
        Assert.Equal("alice", (await users.Directory.FindByAddressAsync(Users.Phone(1), default))?.Name);
    }

    [Fact]
    public async Task A_row_renewed_between_finding_and_deleting_stays()
    {
        var (tables, bench) = await NewAsync();
        await bench.IssueAsync();
        bench.Clock.Advance(TimeSpan.FromHours(26));
        var rows = new RenewingRows(new ExpiredRows(tables), () => bench.IssueAsync());

        var report = await new Purger(rows, bench.Clock).RunAsync(Budget, default);

        Assert.Equal(new PurgeReport(0, 1, 0, Finished: true), report);
        Assert.Single(tables.Recipients.Query<TableEntity>().ToList());
    }

    [Fact]
    public async Task Two_purges_at_once_delete_each_row_once()
    {
        var (tables, bench) = await NewAsync();
        await FillAsync(bench, 60);
        bench.Clock.Advance(TimeSpan.FromHours(26));
        var purger = new Purger(new ExpiredRows(tables), bench.Clock);

        var reports = await Task.WhenAll(purger.RunAsync(Budget, default), purger.RunAsync(Budget, default));

        Assert.Equal(60, reports.Sum(report => report.Deleted));
        Assert.All(reports, report => Assert.True(report is { Failed: 0, Finished: true }));
        Assert.Empty(tables.Recipients.Query<TableEntity>().ToList());
    }

    [Fact]
    public async Task No_part_of_a_table_is_always_the_last()
    {
        var (tables, bench) = await NewAsync();
        foreach (var range in KeyRange.OfStates)
        {
            await tables.Windows.CreateIfNotExistsAsync();
            await tables.Windows.AddEntityAsync(new TableEntity($"{range.From}0", "state")
            {
                [ExpiredRows.PurgeAfterColumn] = bench.Clock.GetUtcNow().AddDays(-1),
            });
        }

        var orders = new HashSet<string>();
        for (var run = 0; run < 4; run++)
        {
            var found = await new ExpiredRows(tables).FindAsync(bench.Clock.GetUtcNow(), default).ToListAsync();
            var keys = found.SelectMany(page => page.Select(row => row.Partition)).ToList();
            Assert.Equal(KeyRange.OfStates.Count, keys.Distinct().Count());
            orders.Add(string.Join(' ', keys));
        }

        Assert.True(orders.Count > 1);
    }

    [Fact]
    public async Task A_purge_stopped_half_way_says_so_and_the_next_one_finishes()
    {
        var (tables, bench) = await NewAsync();
        await FillAsync(bench, 5);
        bench.Clock.Advance(TimeSpan.FromHours(26));
        using var stop = new CancellationTokenSource();
        var rows = new RenewingRows(new ExpiredRows(tables), stop.CancelAsync);

        Assert.False((await new Purger(rows, bench.Clock).RunAsync(Budget, stop.Token)).Finished);
        var rest = tables.Recipients.Query<TableEntity>().Count();
        Assert.Equal(
            new PurgeReport(rest, 0, 0, Finished: true),
            await new Purger(new ExpiredRows(tables), bench.Clock).RunAsync(Budget, default));
    }

    [Fact]
    public async Task A_purge_whose_time_is_up_ends()
    {
        var (tables, bench) = await NewAsync();

        Assert.False((await new Purger(new ExpiredRows(tables), bench.Clock).RunAsync(TimeSpan.Zero, default)).Finished);
    }

    [Fact]
    public async Task The_next_page_is_read_while_rows_are_deleted()
    {
        var rows = new TwoPages();

        var report = await new Purger(rows, new ManualClock()).RunAsync(Budget, default).WaitAsync(Budget);

        Assert.Equal(new PurgeReport(2, 0, 0, Finished: true), report);
    }

    [Fact]
    public async Task A_page_that_cannot_be_read_ends_the_run_after_the_rows_before_it()
    {
        var rows = new TwoPages { SecondFails = true };

        var report = await new Purger(rows, new ManualClock()).RunAsync(Budget, default).WaitAsync(Budget);

        Assert.Equal(new PurgeReport(1, 0, 0, Finished: false), report);
    }

    [Fact]
    public async Task Without_a_table_there_is_nothing_to_purge()
    {
        var tables = await TestTables.NewAsync();

        var report = await new Purger(new ExpiredRows(tables), new ManualClock()).RunAsync(Budget, default);

        Assert.Equal(new PurgeReport(0, 0, 0, Finished: true), report);
    }

    [Fact]
    public async Task Only_keys_and_versions_are_read_and_all_pages_are_seen()
    {
        var (tables, bench) = await NewAsync();
        await FillAsync(bench, 3);
        bench.Clock.Advance(TimeSpan.FromHours(26));
        var found = new List<ExpiredRow>();
        await foreach (var page in new ExpiredRows(tables).FindAsync(bench.Clock.GetUtcNow(), default))
        {
            found.AddRange(page);
        }

        Assert.Equal(3, found.Count);
        Assert.All(found, row => Assert.NotEmpty(row.Version));
    }

    private static async Task<(Tables Tables, CodeBench Bench)> NewAsync()
    {
        var tables = await TestTables.NewAsync();
        return (tables, new CodeBench(StateTables.Recipients(tables)));
    }

    private static async Task FillAsync(CodeBench bench, int count) =>
        await Task.WhenAll(Enumerable.Range(0, count).Select(i => bench.IssueAsync($"136000{i:D5}")));

    /// <summary>Does something just before each page that has rows is given out.</summary>
    private sealed class RenewingRows(IExpiredRows rows, Func<Task> before) : IExpiredRows
    {
        public async IAsyncEnumerable<IReadOnlyList<ExpiredRow>> FindAsync(
            DateTimeOffset now,
            [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
        {
            await foreach (var page in rows.FindAsync(now, cancellation))
            {
                if (page.Count > 0)
                {
                    await before();
                }

                yield return page;
            }
        }

        public Task<bool> TryDeleteAsync(ExpiredRow row, CancellationToken cancellation) =>
            rows.TryDeleteAsync(row, cancellation);
    }

    /// <summary>Two pages of a row; the first row is deleted only once the second page is asked for.</summary>
    private sealed class TwoPages : IExpiredRows
    {
        private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool SecondFails { get; init; }

        public async IAsyncEnumerable<IReadOnlyList<ExpiredRow>> FindAsync(
            DateTimeOffset now,
            [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
        {
            yield return [new ExpiredRow(0, "a", "state", "1")];
            _asked.SetResult();
            await Task.Yield();
            if (SecondFails)
            {
                throw new StorageUnavailableException("Table Storage answered 503.");
            }

            yield return [new ExpiredRow(0, "b", "state", "1")];
        }

        public async Task<bool> TryDeleteAsync(ExpiredRow row, CancellationToken cancellation)
        {
            await _asked.Task.WaitAsync(cancellation);
            return true;
        }
    }
}
