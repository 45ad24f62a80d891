using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Records;
using OtpFunctions.Core.Storage;
using OtpFunctions.Tests.Fakes;

namespace OtpFunctions.Tests.Records;

/// <summary>How lists of lanes become one.</summary>
public sealed class RecordMergeTests
{
    private const long Noon = 1_764_000_000_000;

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(700)]
    public async Task It_is_in_the_order_of_rows_however_lanes_and_pages_fall(int size)
    {
        // Four a lane; three of one moment, in lanes apart; several days.
        var records = Enumerable.Range(0, 64)
            .Select(number => Record(Noon - (number / 3 * 7_000_000L), RecordId.Lanes[number * 5 % 16]))
            .ToList();
        var lanes = Ordered(records).ToLookup(record => record.Id.Lane);

        var merged = await ListAsync([.. lanes.Select(lane => new AskedPages([.. lane.Chunk(size)]))]);

        Assert.Equal(Ordered(records), merged);
    }

    [Fact]
    public async Task There_may_be_no_lane_and_nothing_in_one()
    {
        Assert.Empty(await ListAsync());
        Assert.Empty(await ListAsync(new AskedPages([]), new AskedPages([[], []])));
    }

    [Fact]
    public async Task Lanes_are_asked_side_by_side_and_for_no_more_than_is_needed()
    {
        var (asked, all) = (0, new TaskCompletionSource());
        var lanes = Enumerable.Range(0, 16).Select(_ => new AskedPages([Page(60), Page(60)])
        {
            Before = () =>
            {
                if (Interlocked.Increment(ref asked) == 16)
                    all.SetResult();

                return all.Task.WaitAsync(TimeSpan.FromSeconds(20));
            },
        }).ToArray();

        await using (var list = new RecordMerge(lanes).ReadAsync(default).GetAsyncEnumerator())
        {
            for (var number = 0; number < 320; number++)
                Assert.True(await list.MoveNextAsync());
        }

        Assert.All(lanes, lane => Assert.Equal((1, true), (lane.Asked, lane.IsDisposed)));
    }

    [Fact]
    public async Task Pages_of_few_rows_are_asked_for_together_up_to_five_of_a_lane()
    {
        var few = new AskedPages([Page(10), [], Page(1), [], Page(3), Page(100)]);
        var merge = new RecordMerge([few, new AskedPages([Page(30)])]);

        var asked = await merge.ReadAsync(default).Select(_ => few.Asked).ToListAsync();

        Assert.Equal(Enumerable.Repeat(5, 44), asked);
        Assert.True(merge.IsCut);
    }

    [Fact]
    public async Task A_lane_that_fails_ends_all_and_none_stays_open()
    {
        var fails = new AskedPages([]) { Before = () => throw new StorageUnavailableException() };
        var other = new AskedPages([Page(3)]);

        await Assert.ThrowsAsync<StorageUnavailableException>(() => ListAsync(other, fails));

        Assert.True(other.IsDisposed);
        Assert.True(fails.IsDisposed);
    }

    private static async Task<List<MessageRecord>> ListAsync(params AskedPages[] lanes) =>
        await new RecordMerge(lanes).ReadAsync(default).ToListAsync();

    private static MessageRecord[] Page(int rows) =>
        [.. Ordered(Enumerable.Range(0, rows).Select(number => Record(Noon - number)))];

    private static IEnumerable<MessageRecord> Ordered(IEnumerable<MessageRecord> records) =>
        records.OrderByDescending(record => record.Id.Time).ThenBy(record => record.Id.ToString(), StringComparer.Ordinal);

    private static MessageRecord Record(long time, char lane = '0') => new()
    {
        Id = JournalBench.IdOf(JournalBench.NewId(time, lane)),
        Dialect = "test",
        Channel = DeliveryChannel.Sms,
    };
}
