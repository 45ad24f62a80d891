using Azure;
using Azure.Data.Tables;

namespace StandIns.Tests.Tables;

public sealed class TableEntityTests
{
    private static readonly DateTimeOffset Moment = new(2024, 2, 29, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_getter_gives_the_value_of_its_type_or_null()
    {
        var entity = new TableEntity("p", "r")
        {
            ["Text"] = "a",
            ["Flag"] = true,
            ["Int"] = 1,
            ["Long"] = 2L,
            ["Double"] = 3.0,
            ["Id"] = Guid.Empty,
            ["Bytes"] = new byte[] { 4 },
            ["Data"] = BinaryData.FromBytes(new byte[] { 5 }),
            ["Moment"] = Moment,
            ["Time"] = Moment.UtcDateTime,
        };

        Assert.Equal(("a", true, 1), (entity.GetString("Text"), entity.GetBoolean("Flag"), entity.GetInt32("Int")));
        Assert.Equal((2L, 3.0), (entity.GetInt64("Long"), entity.GetDouble("Double")));
        Assert.Equal(Guid.Empty, entity.GetGuid("Id"));
        Assert.Equal((4, 5), (entity.GetBinary("Bytes")![0], entity.GetBinary("Data")![0]));
        Assert.Equal((4, 5), (entity.GetBinaryData("Bytes")!.ToArray()[0], entity.GetBinaryData("Data")!.ToArray()[0]));
        Assert.Equal((Moment, Moment), (entity.GetDateTimeOffset("Moment"), entity.GetDateTimeOffset("Time")));
        Assert.Equal(Moment.UtcDateTime, entity.GetDateTime("Moment"));
        Assert.Equal(Moment.UtcDateTime, entity.GetDateTime("Time"));
        Assert.Null(entity.GetInt32("Missing"));
        Assert.Throws<InvalidOperationException>(() => entity.GetInt32("Long"));
    }

    [Fact]
    public void A_number_may_widen_and_nothing_else_changes_its_type()
    {
        var entity = new TableEntity { ["Int"] = 1, ["Long"] = 1L, ["Double"] = 1.0, ["Text"] = "a" };

        (entity["Int"], entity["Long"], entity["Double"]) = (2L, 2, 2);

        Assert.Equal((2L, 2L, 2.0), (entity["Int"], entity["Long"], entity["Double"]));
        Assert.Throws<InvalidOperationException>(() => entity["Text"] = 1);
        Assert.Throws<InvalidOperationException>(() => entity["Long"] = 1.5);
        entity["Text"] = null;
        entity["Text"] = 1;
        Assert.Equal(1, entity["Text"]);
    }

    [Fact]
    public void It_is_a_dictionary_that_holds_the_keys_as_well()
    {
        var values = new Dictionary<string, object?> { ["PartitionKey"] = "p", ["RowKey"] = "r", ["A"] = 1 };
        var entity = new TableEntity(values);
        entity.Add("B", 2);
        entity.ETag = new ETag("W/\"1\"");
        entity.Timestamp = Moment;

        Assert.Equal(("p", "r"), (entity.PartitionKey, entity.RowKey));
        Assert.Equal(["PartitionKey", "RowKey", "A", "B", "odata.etag", "Timestamp"], entity.Keys);
        Assert.Equal((new ETag("W/\"1\""), Moment), (entity.ETag, entity.Timestamp));
        Assert.True(entity.Remove("A"));
        Assert.False(entity.ContainsKey("A"));
        Assert.True(entity.TryGetValue("B", out var value));
        Assert.Equal(2, value);
        Assert.Equal(5, entity.Count);
        entity.Clear();
        Assert.Empty(entity);
        Assert.Equal(default, entity.ETag);
    }
}
