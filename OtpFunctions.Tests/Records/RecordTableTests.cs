using System.Net;
using System.Net.Sockets;
using Azure.Data.Tables;
using OtpFunctions.Core.Records;
using OtpFunctions.Core.Storage;
using OtpFunctions.Tests.Fakes;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Records;

/// <summary>Journal, writer and table together, on the emulator.</summary>
public sealed class RecordTableTests
{
    [Fact]
    public async Task Five_hundred_messages_judged_at_once_are_a_transaction_or_two_a_lane_and_listed_by_a_request_each()
    {
        await using var proxy = await CountingProxy.StartAsync((await Azurite.StartedAsync()).TableEndpoint);
        var tables = TablesAt(Azurite.ConnectionStringTo(proxy.Address));
        await using var bench = new JournalBench(JournalBench.TableIn(tables));
        bench.Writer.Start();

        var asked = await proxy.CountAsync(async () =>
        {
            for (var number = 0; number < 500; number++)
            {
                var id = bench.Send($"136000{number:D5}");
                bench.Judge(id, right: false);
                bench.Judge(id, right: true, earlier: 1);
            }

            await bench.StopAsync();
        });

        Assert.Equal(["POST tables"], asked);
        // One of the counts, one more for the table that was missing.
        Assert.InRange(proxy.Transactions, 18, 36);
        IReadOnlyList<MessageRecord> records = [];
        var listed = await proxy.CountAsync(async () => records = await bench.ListAsync());
        Assert.Equal(Enumerable.Repeat("GET records", RecordId.Lanes.Length), listed);
        Assert.Equal(500, records.Count);
        Assert.All(records, record => Assert.Equal((true, 1), (record.Sent, record.Failures)));
        Assert.All(records, record => Assert.Equal(record.CreatedAt.AddSeconds(1), record.VerifiedAt));
        Assert.Equal(new Tally { Sent = 500, Verified = 500, Failures = 500 }, await bench.SumAsync());
    }

    [Fact]
    public async Task What_was_noted_while_the_storage_was_away_is_written_when_it_is_back()
    {
        var port = FreePort();
        await using var bench = new JournalBench(JournalBench.TableIn(TablesAt(Azurite.ConnectionStringAt(port))));
        bench.Writer.Start();
        bench.Send();
        await Assert.ThrowsAsync<StorageUnavailableException>(() => bench.ListAsync());
        bench.Send();

        await using var storage = await Azurite.StartAtAsync(port);
        var records = await Eventually.GetAsync(() => bench.ListAsync(), records => records.Count == 2);

        Assert.Equal(2, records.Count);
        Assert.Equal(2, (await bench.SumAsync()).Sent);
        Assert.Empty(bench.LostLog.Lines);
    }

    [Fact]
    public async Task What_two_instances_note_of_one_message_is_one_record_in_any_order_and_however_often()
    {
        var tables = await TestTables.NewAsync();
        await using var one = new JournalBench(JournalBench.TableIn(tables));
        await using var other = new JournalBench(JournalBench.TableIn(tables));
        var id = JournalBench.NewId();
        one.Judge(id, right: false, earlier: 2);
        one.Judge(id, right: true, earlier: 3);
        other.Judge(id, right: false, earlier: 0);
        other.Judge(id, right: false, earlier: 1);
        other.Send(id: id);

        one.Writer.Start();
        await one.StopAsync();
        other.Writer.Start();
        await other.StopAsync();

        var record = Assert.Single(await one.ListAsync());
        Assert.Equal((id, true, 3, 5), (record.Id.ToString(), record.Sent, record.Failures, record.MaxFailures));
        Assert.NotNull(record.VerifiedAt);
        Assert.Equal(new Tally { Sent = 1, Verified = 1, Failures = 3 }, await one.SumAsync());
    }

    [Fact]
    public async Task A_record_holds_neither_the_address_nor_a_hash_that_it_is_shown_by()
    {
        var tables = await TestTables.NewAsync();
        await using var bench = new JournalBench(JournalBench.TableIn(tables));
        bench.Writer.Start();
        bench.Send("13612345678");
        bench.Send("alice@example.com");
        await bench.StopAsync();

        var text = string.Join('\n', tables.Records.Query<TableEntity>()
            .SelectMany(row => row.Select(pair => $"{pair.Key}={pair.Value}")));

        Assert.Contains("136****5678", text, StringComparison.Ordinal);
        Assert.DoesNotContain("13612345678", text, StringComparison.Ordinal);
        Assert.DoesNotContain("alice", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(7)]
    [InlineData(30)]
    [InlineData(90)]
    public async Task A_list_ends_where_its_days_do(int days)
    {
        var tables = await TestTables.NewAsync();
        await using var bench = new JournalBench(JournalBench.TableIn(tables));
        var since = JournalBench.Now.AddDays(-days);
        var border = since.ToUnixTimeMilliseconds();
        var inside = bench.Send(id: JournalBench.NewId(border + 1));
        bench.Send(id: JournalBench.NewId(border - 1));
        var before = bench.Send(id: JournalBench.NewId(border - 86_400_000));
        var tomorrow = bench.Send(id: JournalBench.NewId(JournalBench.Now.AddDays(1).ToUnixTimeMilliseconds()));
        bench.Writer.Start();
        await bench.StopAsync();

        var found = await bench.ListAsync(new RecordQuery { Since = since });

        // A clock that is ahead is no reason to hide what it made.
        Assert.Equal([tomorrow, inside], found.Select(record => record.Id.ToString()));
        // What lies in the partitions of days before is not even asked for.
        Assert.DoesNotContain(before, await ReadAsync(bench.Store, new RecordQuery { Since = since }));
    }

    [Fact]
    public async Task A_list_is_newest_first_over_lanes_days_and_pages()
    {
        var tables = await TestTables.NewAsync();
        await using var bench = new JournalBench(JournalBench.TableIn(tables));
        var now = JournalBench.Now.ToUnixTimeMilliseconds();
        // More than a page of one lane, eight hours apart, and a few of all others.
        var ids = Enumerable.Range(0, 710).Select(number => JournalBench.NewId(now - (number / 100 * 28_800_000L), 'c'))
            .Concat(Enumerable.Range(0, 90).Select(number => JournalBench.NewId(now - (number * 2_000_000L))))
            .ToList();
        foreach (var id in ids)
            bench.Send(id: id);

        bench.Writer.Start();
        await bench.StopAsync();

        var found = await bench.ListAsync();

        Assert.Equal(
            ids.OrderByDescending(id => JournalBench.IdOf(id).Time).ThenBy(id => id, StringComparer.Ordinal),
            found.Select(record => record.Id.ToString()));
        Assert.Equal(800, (await bench.SumAsync()).Sent);
    }

    [Fact]
    public async Task Counts_lie_in_a_partition_a_day_and_no_list_has_them()
    {
        var tables = await TestTables.NewAsync();
        await using var bench = new JournalBench(JournalBench.TableIn(tables));
        var today = JournalBench.Now;
        bench.Send(id: JournalBench.NewId(today.ToUnixTimeMilliseconds(), 'f'));
        bench.Send(id: JournalBench.NewId(today.AddDays(-1).ToUnixTimeMilliseconds(), '0'), dialect: "other");
        bench.Writer.Start();
        await bench.StopAsync();

        var rows = tables.Records.Query<TableEntity>().ToList();

        Assert.Equal(["0", "f", "~", "~"], rows.Select(row => row.PartitionKey[..1]));
        Assert.Equal(2, (await bench.ListAsync()).Count);
        Assert.Equal("test", Assert.Single(await DialectsAsync(today)));
        Assert.Equal("other", Assert.Single(await DialectsAsync(today.AddDays(-1))));
        Assert.Empty(await DialectsAsync(today.AddDays(-2)));

        async Task<IEnumerable<string>> DialectsAsync(DateTimeOffset day) =>
            (await bench.Store.TalliesAsync(DateOnly.FromDateTime(day.UtcDateTime), default)).Select(tally => tally.Key.Dialect);
    }

    [Fact]
    public async Task A_list_ends_when_nobody_waits_for_it()
    {
        var tables = await TestTables.NewAsync();
        await using var bench = JournalBench.Started(JournalBench.TableIn(tables));
        var query = new RecordQuery { Since = JournalBench.Now.AddDays(-7) };

        await Assert.ThrowsAsync<StorageUnavailableException>(
            () => JournalBench.ListOf(bench.Store).FindAsync(query, 1, 20, new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task Records_and_counts_are_there_for_92_days_and_no_more()
    {
        var tables = await TestTables.NewAsync();
        await using var bench = new JournalBench(JournalBench.TableIn(tables));
        var midnight = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
        var id = bench.Send(id: JournalBench.NewId(midnight.ToUnixTimeMilliseconds()));
        // The note of its send is lost, and yet it does not stay for ever.
        bench.Judge(JournalBench.NewId(midnight.AddHours(1).ToUnixTimeMilliseconds()), right: true);
        bench.Writer.Start();
        await bench.StopAsync();

        Assert.Equal(3, tables.Records.Query<TableEntity>().Count());
        Assert.Equal(0, await PurgeAsync(midnight.AddDays(92).AddMilliseconds(-1)));
        Assert.Equal(1, await PurgeAsync(midnight.AddDays(92)));
        Assert.Equal(1, await PurgeAsync(midnight.AddDays(92).AddHours(1)));
        Assert.Equal(0, await PurgeAsync(midnight.AddDays(93).AddMilliseconds(-1)));
        Assert.Equal(1, await PurgeAsync(midnight.AddDays(93)));

        async Task<int> PurgeAsync(DateTimeOffset now)
        {
            var clock = new ManualClock();
            clock.Set(now);
            var purger = new OtpFunctions.Core.Purging.Purger(new ExpiredRows(tables), clock);
            return (await purger.RunAsync(TimeSpan.FromMinutes(1), default)).Deleted;
        }
    }

    private static async Task<List<string>> ReadAsync(IRecordStore store, RecordQuery query) =>
        await store.ListLanes(query, default).ToAsyncEnumerable()
            .SelectMany(lane => lane)
            .SelectMany(page => page.Select(record => record.Id.ToString()))
            .ToListAsync();

    private static Tables TablesAt(string connection) =>
        new(new StorageOptions { ConnectionString = connection, TablePrefix = TestTables.NewPrefix() }, new ManualClock());

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
