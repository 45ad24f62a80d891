using Azure.Data.Tables;

namespace StandIns.Tests.Tables;

public sealed class RoundTripTests
{
    private static readonly DateTimeOffset Latest = new(9999, 12, 31, 23, 59, 59, TimeSpan.Zero);

    // The service's own earliest time; what is before it cannot be stored.
    private static readonly DateTimeOffset Earliest = new(1601, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static TheoryData<object> Values => new()
    {
        "",
        "plain",
        "quotes ' \" and \\ and / + < > &",
        "验证码 \U0001F511 \u00e9\u0301 \u0001",
        new string('x', 32 * 1024),
        true,
        false,
        0,
        int.MinValue,
        int.MaxValue,
        0L,
        long.MinValue,
        long.MaxValue,
        9007199254740993L,
        0.0,
        5.0,
        -1.5,
        double.MinValue,
        double.MaxValue,
        double.Epsilon,
        double.NaN,
        double.PositiveInfinity,
        double.NegativeInfinity,
        Earliest,
        Latest.AddTicks(TimeSpan.TicksPerSecond - 1),
        DateTimeOffset.UnixEpoch.AddTicks(1),
        Guid.Empty,
        Guid.Parse("0f0e0d0c-0b0a-0908-0706-050403020100"),
        Array.Empty<byte>(),
        new byte[] { 0, 251, 255 },
        Enumerable.Range(0, 64 * 1024).Select(value => (byte)value).ToArray(),
    };

    [Theory]
    [MemberData(nameof(Values))]
    public async Task A_value_comes_back_as_it_went_with_its_type(object value)
    {
        var table = await TestTable.CreatedAsync();
        await table.AddEntityAsync(new TableEntity("partition", "row") { ["Value"] = value });

        var point = (await table.GetEntityAsync<TableEntity>("partition", "row")).Value;
        var queried = Assert.Single(table.Query<TableEntity>());

        Assert.Equal(value, point["Value"]);
        Assert.IsType(value.GetType(), point["Value"]);
        Assert.Equal(value, queried["Value"]);
        Assert.IsType(value.GetType(), queried["Value"]);
    }

    [Fact]
    public async Task A_class_comes_back_as_it_went()
    {
        var table = await TestTable.CreatedAsync();
        var sent = new EveryType
        {
            Text = "'text'",
            Flag = true,
            Int = int.MinValue,
            Long = long.MinValue,
            Double = 3,
            Time = new DateTime(2024, 2, 29, 23, 59, 59, DateTimeKind.Utc).AddTicks(1234567),
            Moment = new DateTimeOffset(2024, 2, 29, 23, 59, 59, TimeSpan.FromHours(8)),
            Id = Guid.Parse("0f0e0d0c-0b0a-0908-0706-050403020100"),
            Bytes = [1, 2, 3],
            Data = BinaryData.FromString("data"),
            Suit = Suit.Hearts,
            MaybeFlag = false,
            MaybeInt = 0,
            MaybeLong = 0,
            MaybeDouble = double.NaN,
            MaybeMoment = DateTimeOffset.UnixEpoch,
            MaybeId = Guid.Empty,
            MaybeSuit = Suit.Clubs,
            Renamed = "renamed",
        };

        await table.AddEntityAsync(sent);
        var got = (await table.GetEntityAsync<EveryType>("partition", "row")).Value;

        // Two names for one instant: the service keeps it in UTC.
        Assert.Equal(sent.Moment, got.Moment);
        Assert.Equal(TimeSpan.Zero, got.Moment.Offset);
        Assert.Equal(DateTimeKind.Utc, got.Time.Kind);
        Assert.Equal("data", got.Data!.ToString());
        Assert.NotEqual(default, got.ETag);
        Assert.NotNull(got.Timestamp);
        (got.Moment, got.Data, got.Ignored) = (sent.Moment, sent.Data, sent.Ignored);
        (got.ETag, got.Timestamp) = (default, null);
        Assert.Equivalent(sent, got, strict: true);
    }

    [Fact]
    public async Task What_is_null_is_not_stored_and_what_is_ignored_stays_as_the_class_made_it()
    {
        var table = await TestTable.CreatedAsync();
        await table.AddEntityAsync(new EveryType { Renamed = "renamed" });

        var stored = (await table.GetEntityAsync<TableEntity>("partition", "row")).Value;
        var got = (await table.GetEntityAsync<EveryType>("partition", "row")).Value;

        Assert.Equal(
            "Computed Double Flag Id Int Long Moment PartitionKey RowKey Suit Time Timestamp odata.etag other_name",
            string.Join(' ', stored.Keys.Order(StringComparer.Ordinal)));
        Assert.Equal("Clubs", stored["Suit"]);
        Assert.Null(got.MaybeSuit);
        Assert.Null(got.Bytes);
        Assert.NotNull(got.Ignored);
    }

    [Theory]
    [InlineData("it's", "''")]
    [InlineData("a b+c", "100%25")]
    [InlineData("=&;:@$,", "()<>{}[]|^~`!*\"")]
    [InlineData("验证码", "\U0001F511")]
    [InlineData("", "empty partition")]
    [InlineData(".", "..")]
    public async Task A_key_may_hold_what_a_path_may_not(string partitionKey, string rowKey)
    {
        var table = await TestTable.CreatedAsync();
        await table.AddEntityAsync(new TableEntity(partitionKey, rowKey) { ["Value"] = 1 });

        var entity = (await table.GetEntityAsync<TableEntity>(partitionKey, rowKey)).Value;
        entity["Value"] = 2;
        await table.UpdateEntityAsync(entity, entity.ETag, TableUpdateMode.Replace);
        var updated = (await table.GetEntityAsync<TableEntity>(partitionKey, rowKey)).Value;
        var deleted = await table.DeleteEntityAsync(partitionKey, rowKey, updated.ETag);

        Assert.Equal((partitionKey, rowKey, 2), (updated.PartitionKey, updated.RowKey, updated.GetInt32("Value")));
        Assert.Equal(204, deleted.Status);
    }

    [Fact]
    public async Task A_time_that_is_not_in_utc_is_refused()
    {
        var table = await TestTable.CreatedAsync();
        var local = new EveryType { Time = new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Unspecified) };

        var refused = await Assert.ThrowsAsync<NotSupportedException>(() => table.AddEntityAsync(local));

        Assert.Contains(nameof(EveryType.Time), refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_property_no_table_can_hold_is_named()
    {
        var table = await TestTable.CreatedAsync();

        var inDictionary = await Assert.ThrowsAsync<NotSupportedException>(
            () => table.AddEntityAsync(new TableEntity("p", "r") { ["Price"] = 1.5m }));
        var inClass = await Assert.ThrowsAsync<NotSupportedException>(() => table.AddEntityAsync(new Unmappable()));

        Assert.Contains("Price", inDictionary.Message, StringComparison.Ordinal);
        Assert.Contains(nameof(Unmappable.Builder), inClass.Message, StringComparison.Ordinal);
    }
}
