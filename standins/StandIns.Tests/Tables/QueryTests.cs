using Azure.Data.Tables;

namespace StandIns.Tests.Tables;

public sealed class QueryTests
{
    [Fact]
    public async Task All_of_2500_rows_come_in_pages_and_from_a_token_on()
    {
        var table = await TestTable.CreatedAsync();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, 2500),
            new ParallelOptions { MaxDegreeOfParallelism = 16 },
            async (number, token) => await table.AddEntityAsync(new TableEntity("p", $"{number:D4}"), token));

        var pages = await table.QueryAsync<TableEntity>().AsPages().ToListAsync();
        var rest = await table.QueryAsync<TableEntity>().AsPages(pages[0].ContinuationToken, 900).ToListAsync();
        var all = await table.QueryAsync<TableEntity>(maxPerPage: 700).ToListAsync();

        Assert.Equal([1000, 1000, 500], pages.Select(page => page.Values.Count));
        Assert.Equal([900, 600], rest.Select(page => page.Values.Count));
        Assert.Equal("1000", rest[0].Values[0].RowKey);
        Assert.Null(rest[^1].ContinuationToken);
        Assert.Equal(Enumerable.Range(0, 2500).Select(number => $"{number:D4}"), all.Select(entity => entity.RowKey));
    }

    [Fact]
    public async Task A_page_may_be_read_without_await()
    {
        var table = await WithRowsAsync("1", "2", "3");

        var pages = table.Query<TableEntity>(maxPerPage: 2).AsPages().ToList();
        var rest = table.Query<TableEntity>().AsPages(pages[0].ContinuationToken).ToList();

        Assert.Equal([2, 1], pages.Select(page => page.Values.Count));
        Assert.Equal("3", Assert.Single(Assert.Single(rest).Values).RowKey);
    }

    [Fact]
    public async Task A_selection_leaves_columns_out_but_not_the_etag()
    {
        var table = await TestTable.CreatedAsync();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["A"] = 1, ["B"] = 2 });
        var etag = (await table.GetEntityAsync<TableEntity>("p", "r")).Value.ETag;

        var point = (await table.GetEntityAsync<TableEntity>("p", "r", ["A"])).Value;
        var queried = Assert.Single(table.Query<TableEntity>(select: ["A", "RowKey"]));

        Assert.Equal((1, null), (point.GetInt32("A"), point.GetInt32("B")));
        Assert.Equal(etag, point.ETag);
        Assert.Equal((1, null, "r"), (queried.GetInt32("A"), queried.GetInt32("B"), queried.RowKey));
        Assert.Equal(etag, queried.ETag);
    }

    [Fact]
    public async Task A_filter_finds_what_it_says()
    {
        var table = await TestTable.CreatedAsync();
        var moment = new DateTimeOffset(2024, 2, 29, 12, 0, 0, TimeSpan.Zero);
        var id = Guid.Parse("0f0e0d0c-0b0a-0908-0706-050403020100");
        await table.AddEntityAsync(new TableEntity("p", "it's")
        {
            ["Long"] = 5_000_000_000,
            ["Flag"] = true,
            ["Moment"] = moment,
            ["Id"] = id,
            ["Double"] = 2.5,
            ["Int"] = 7,
        });
        await table.AddEntityAsync(new TableEntity("p", "other")
        {
            ["Long"] = 1L,
            ["Flag"] = false,
            // The emulator compares times in whole milliseconds, the service does not.
            ["Moment"] = moment.AddMilliseconds(1),
            ["Id"] = Guid.Empty,
            ["Double"] = 2.0,
            ["Int"] = 8,
        });

        foreach (var filter in new FormattableString[]
        {
            $"RowKey eq {"it's"}",
            $"Long ge {5_000_000_000}",
            $"Flag eq {true}",
            $"Moment le {moment}",
            $"Id eq {id}",
            $"Double gt {2.0}",
            $"PartitionKey eq {"p"} and Int lt {8}",
        })
        {
            var literal = TableClient.CreateQueryFilter(filter);
            var found = await table.QueryAsync<TableEntity>(literal).Select(entity => entity.RowKey).ToListAsync();
            Assert.Equal((literal, "it's"), (literal, string.Join(", ", found)));
        }
    }

    [Fact]
    public async Task A_query_stops_when_it_is_cancelled()
    {
        var table = await WithRowsAsync("1");
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await table.QueryAsync<TableEntity>(cancellationToken: cancelled.Token).ToListAsync());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await table.QueryAsync<TableEntity>().ToListAsync(cancelled.Token));
    }

    private static async Task<TableClient> WithRowsAsync(params string[] rowKeys)
    {
        var table = await TestTable.CreatedAsync();
        foreach (var rowKey in rowKeys) await table.AddEntityAsync(new TableEntity("p", rowKey));
        return table;
    }
}
