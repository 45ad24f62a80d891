using OtpFunctions.Core.Records;
using OtpFunctions.Core.Secrecy;
using OtpFunctions.Core.Storage;
using OtpFunctions.Tests.Fakes;

namespace OtpFunctions.Tests.Storage;

public sealed class KeyRangeTests
{
    [Fact]
    public void Every_key_of_a_state_is_searched_once()
    {
        var hasher = new KeyHasher(Keys.Pepper);
        var keys = Enumerable.Range(0, 1000).Select(number => hasher.Hash("recipient", $"{number}"))
            .Concat(Enumerable.Range(0, 1000).Select(_ => RandomId.Hex()));

        Assert.All(keys, key => Assert.Single(KeyRange.OfStates, range => Has(range, key)));
    }

    [Theory]
    [InlineData("-")]
    [InlineData("0")]
    [InlineData("6zz")]
    [InlineData("7")]
    [InlineData("A")]
    [InlineData("F")]
    [InlineData("Zzz")]
    [InlineData("_")]
    [InlineData("a")]
    [InlineData("zzz")]
    public void A_key_at_an_edge_is_searched_once(string key) =>
        Assert.Single(KeyRange.OfStates, range => Has(range, key));

    [Fact]
    public void Every_key_of_a_user_is_searched_once_in_64_ranges_of_one_size()
    {
        var hasher = new KeyHasher(Keys.Pepper);
        var keys = Enumerable.Range(0, 1000).Select(number => hasher.Hash("user", $"{number}"));

        Assert.All(keys, key => Assert.Single(KeyRange.OfUsers, range => Has(range, key)));
        Assert.Equal(64, KeyRange.OfUsers.Count);
        Assert.All(KeyRange.OfUsers, range => Assert.Equal(
            range.From[0], Enumerable.Range(0, 128).Select(one => (char)one).Single(one => Has(range, $"{one}"))));
    }

    [Fact]
    public void Of_records_the_days_are_searched_that_are_past_and_no_other()
    {
        var now = DateTimeOffset.Parse("2026-11-22T00:00:00Z", null);
        var ranges = RecordRow.RangesPast(now).ToList();
        var oldestKept = DateOnly.FromDateTime(now.UtcDateTime).AddDays(-RecordDays.Kept);

        foreach (var lane in RecordId.Lanes.Append(TallyRow.Lane))
        {
            Assert.Single(ranges, range => Has(range, RecordRow.PartitionOf(lane, oldestKept)));
            Assert.Single(ranges, range => Has(range, RecordRow.PartitionOf(lane, new DateOnly(1970, 1, 1))));
            Assert.DoesNotContain(ranges, range => Has(range, RecordRow.PartitionOf(lane, oldestKept.AddDays(1))));
        }
    }

    private static bool Has(KeyRange range, string key) =>
        string.CompareOrdinal(key, range.From) >= 0 && string.CompareOrdinal(key, range.Before) < 0;
}
