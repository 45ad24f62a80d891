using OtpFunctions.Core.Records;
using OtpFunctions.Core.Secrecy;
using OtpFunctions.Core.Storage;
using OtpFunctions.Tests.Fakes;

namespace OtpFunctions.Tests.Records;

public sealed class RecordIdTests
{
    [Theory]
    [InlineData(0L)]
    [InlineData(1_764_000_000_123L)]
    [InlineData(253_000_000_000_000L)]
    public void An_id_tells_its_time_and_is_found_again_in_its_row(long time)
    {
        var text = RandomId.OrderedUuid(time);

        Assert.True(RecordId.TryParse(text, out var id));
        Assert.Equal((36, time), (text.Length, id.Time));
        Assert.Equal(7, Guid.Parse(text).Version);
        Assert.InRange(Guid.Parse(text).Variant, 8, 11);
        Assert.Equal(text, RecordId.OfRow(id.RowKey).ToString());
    }

    [Fact]
    public void Ids_of_one_moment_differ() => Assert.Equal(
        1000, Enumerable.Range(0, 1000).Select(_ => RandomId.OrderedUuid(1_764_000_000_123L)).Distinct().Count());

    [Fact]
    public void The_newest_row_and_the_newest_day_come_first()
    {
        long[] times = [0, 1, 255, 256, 1_764_000_000_000, 1_764_000_000_001, 1_766_000_000_000];
        var ids = times.Select(time => RecordId.TryParse(RandomId.OrderedUuid(time), out var id) ? id : default).ToList();
        var days = Enumerable.Range(0, 800).Select(number => new DateOnly(2026, 1, 1).AddDays(number)).ToList();

        var rows = ids.Select(id => id.RowKey).ToList();
        var partitions = days.Select(day => RecordRow.PartitionOf('a', day)).ToList();

        Assert.Equal(rows.Order(StringComparer.Ordinal), rows.AsEnumerable().Reverse());
        Assert.Equal(partitions.Order(StringComparer.Ordinal), partitions.AsEnumerable().Reverse());
    }

    [Fact]
    public void Ids_are_spread_evenly_over_lanes_and_lie_in_as_many_partitions_a_day()
    {
        var ids = Enumerable.Range(0, 16_000).Select(_ => JournalBench.IdOf(RandomId.OrderedUuid(1_764_000_000_123L))).ToList();

        var partitions = ids.CountBy(RecordRow.PartitionOf).ToDictionary();

        Assert.Equal(RecordId.Lanes.Select(lane => $"{lane}79748875"), partitions.Keys.Order(StringComparer.Ordinal));
        // 1,000 each: seven times the deviation of chance, 31, is allowed for.
        Assert.All(partitions.Values, count => Assert.InRange(count, 780, 1220));
        Assert.All(ids, id => Assert.Equal(id.ToString()[^1], id.Lane));
    }

    [Fact]
    public void Counts_lie_after_all_records() => Assert.True(string.CompareOrdinal(
        RecordRow.PartitionOf(RecordId.Lanes[^1], DateOnly.MinValue), TallyRow.PartitionOf(DateOnly.MaxValue)) < 0);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("019a0000-0000-7000-8000-00000000000")]
    [InlineData("019a000000007000800000000000000a")]
    [InlineData("{019a0000-0000-7000-8000-00000000000a}")]
    [InlineData("019a0000-0000-4000-8000-00000000000a")]
    [InlineData("019a0000-0000-7000-c000-00000000000a")]
    [InlineData("ffffffff-ffff-7000-8000-00000000000a")]
    [InlineData("e6c60000-0000-7000-8000-00000000000a")]
    public void What_is_no_such_id_is_refused(string? text) => Assert.False(RecordId.TryParse(text, out _));
}
