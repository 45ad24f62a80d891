using Azure.Data.Tables;

namespace StandIns.Tests.Tables;

public sealed class QueryFilterTests
{
    public static TheoryData<object?, string> Literals => new()
    {
        { null, "null" },
        { "", "''" },
        { "it's", "'it''s'" },
        { 'a', "'a'" },
        { true, "true" },
        { false, "false" },
        { -1, "-1" },
        { (short)2, "2" },
        { 123L, "123L" },
        { 1.5, "1.5" },
        { 2.0, "2.0" },
        { 1e300, "1E+300" },
        { new DateTime(2024, 2, 29, 1, 2, 3, DateTimeKind.Utc).AddTicks(1), "datetime'2024-02-29T01:02:03.0000001Z'" },
        { new DateTimeOffset(2024, 2, 29, 8, 0, 0, TimeSpan.FromHours(8)), "datetime'2024-02-29T00:00:00.0000000Z'" },
        { Guid.Parse("0F0E0D0C-0b0a-0908-0706-050403020100"), "guid'0f0e0d0c-0b0a-0908-0706-050403020100'" },
        { new byte[] { 0, 171, 255 }, "X'00abff'" },
        { BinaryData.FromBytes("A"u8.ToArray()), "X'41'" },
    };

    [Theory]
    [MemberData(nameof(Literals))]
    public void A_value_becomes_the_literal_of_its_type(object? value, string literal)
    {
        Assert.Equal($"Column eq {literal}", TableClient.CreateQueryFilter($"Column eq {value}"));
        Assert.Equal($"Column eq {literal}", TableServiceClient.CreateQueryFilter($"Column eq {value}"));
    }

    [Fact]
    public void A_value_with_no_literal_is_refused() =>
        Assert.Throws<ArgumentException>(() => TableClient.CreateQueryFilter($"Column eq {1.5m}"));
}
