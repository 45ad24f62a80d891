using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Records;
using OtpFunctions.Tests.Fakes;

namespace OtpFunctions.Tests.Records;

/// <summary>How far a look goes.</summary>
public sealed class RecordListTests
{
    private static readonly RecordQuery Week = new() { Since = JournalBench.Now.AddDays(-7) };

    [Theory]
    [InlineData(10_000, false)]
    [InlineData(10_001, true)]
    public async Task After_ten_thousand_rows_of_all_lanes_it_says_that_there_are_more(int rows, bool more)
    {
        var lanes = Records(rows).OrderByDescending(record => record.Id.Time).ToLookup(record => record.Id.Lane);
        var store = new MemoryRecordStore { Lanes = [.. lanes.Select(lane => lane.Chunk(700).ToList())] };

        var last = await JournalBench.ListOf(store).FindAsync(Week, 100, 100, default);
        var beyond = await JournalBench.ListOf(store).FindAsync(Week, 101, 100, default);

        Assert.Equal((100, 10_000, more), (last.List.Count, last.Total, last.More));
        Assert.Equal((0, 10_000, more), (beyond.List.Count, beyond.Total, beyond.More));
    }

    [Theory]
    [InlineData(4, false)]
    [InlineData(6, true)]
    public async Task After_five_pages_of_a_lane_it_says_so_too_whatever_is_on_them(int pages, bool more)
    {
        var record = Records(1).Single();
        var store = new MemoryRecordStore { Lanes = [[.. Enumerable.Repeat<MessageRecord[]>([], pages)], [[record]]] };

        var page = await JournalBench.ListOf(store).FindAsync(Week, 1, 20, default);

        Assert.Equal([record], page.List);
        Assert.Equal((1, more), (page.Total, page.More));
    }

    [Fact]
    public async Task What_the_store_cannot_filter_is_filtered_and_not_counted()
    {
        var records = Records(6).ToArray();
        records[1] = records[1] with { VerifiedAt = JournalBench.Now };
        records[2] = records[2] with { Recipient = "137****5678" };
        records[3] = records[3] with { Id = JournalBench.IdOf(JournalBench.NewId(Week.Since.ToUnixTimeMilliseconds() - 1)) };
        var store = new MemoryRecordStore { Lanes = [[records]] };

        var page = await JournalBench.ListOf(store).FindAsync(
            Week with { Verified = false, Masked = "136****" }, 1, 2, default);

        Assert.Equal(3, page.Total);
        Assert.Equal([records[0], records[4]], page.List);
    }

    private static IEnumerable<MessageRecord> Records(int count) => Enumerable.Range(0, count).Select(_ => new MessageRecord
    {
        Id = JournalBench.IdOf(JournalBench.NewId()),
        Dialect = "test",
        Channel = DeliveryChannel.Sms,
        Recipient = "136****5678",
    });
}
