using System.Diagnostics;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using OtpFunctions.Tests.Fixtures;

namespace StandIns.Tests.Tables;

/// <summary>The official JavaScript client and the stand-in read what the other wrote.</summary>
public sealed class InteropTests
{
    private static readonly DateTimeOffset Moment =
        new DateTimeOffset(2024, 2, 29, 23, 59, 59, TimeSpan.Zero).AddTicks(1234567);

    private static readonly Guid Id = Guid.Parse("0f0e0d0c-0b0a-0908-0706-050403020100");

    [Fact]
    public async Task What_the_official_client_wrote_is_read_with_its_types()
    {
        var table = await TestTable.CreatedAsync();
        await NodeAsync("write", table.Name);

        var entity = (await table.GetEntityAsync<TableEntity>("it's", "theirs")).Value;

        Assert.Equal("验证码 ' \"", entity["Text"]);
        Assert.Equal(true, entity["Flag"]);
        Assert.Equal(int.MinValue, entity["Int"]);
        Assert.Equal(long.MinValue, entity["Long"]);
        Assert.Equal(1.5, entity["Double"]);
        Assert.Equal(5.0, entity["WholeDouble"]);
        Assert.Equal(double.NaN, entity["NaN"]);
        Assert.Equal(double.NegativeInfinity, entity["Infinity"]);
        Assert.Equal(Moment, entity["Moment"]);
        Assert.Equal(Id, entity["Id"]);
        Assert.Equal(new byte[] { 0, 251, 255 }, entity["Bytes"]);
    }

    [Fact]
    public async Task What_the_stand_in_wrote_is_read_by_the_official_client_with_its_types()
    {
        var table = await TestTable.CreatedAsync();
        await table.AddEntityAsync(new TableEntity("it's", "ours")
        {
            ["Text"] = "验证码 ' \"",
            ["Flag"] = true,
            ["Int"] = int.MinValue,
            ["Long"] = long.MinValue,
            ["Double"] = 1.5,
            ["NaN"] = double.NaN,
            ["Infinity"] = double.NegativeInfinity,
            ["Moment"] = Moment,
            ["Id"] = Id,
            ["Bytes"] = new byte[] { 0, 251, 255 },
            ["Suit"] = Suit.Hearts,
        });

        var read = JsonNode.Parse(await NodeAsync("read", table.Name))!;

        Assert.Equal("it's", (string?)read["partitionKey"]);
        AssertIs("String", "验证码 ' \"", read["Text"]);
        AssertIs("Boolean", "true", read["Flag"]);
        AssertIs("Int32", "-2147483648", read["Int"]);
        AssertIs("Int64", "-9223372036854775808", read["Long"]);
        AssertIs("Double", "1.5", read["Double"]);
        AssertIs("Double", "NaN", read["NaN"]);
        AssertIs("Double", "-Infinity", read["Infinity"]);
        AssertIs("DateTime", "2024-02-29T23:59:59.1234567Z", read["Moment"]);
        AssertIs("Guid", Id.ToString(), read["Id"]);
        AssertIs("Binary", "APv/", read["Bytes"]);
        AssertIs("String", "Hearts", read["Suit"]);
    }

    private static void AssertIs(string type, string value, JsonNode? read) =>
        Assert.Equal((type, value), ((string?)read?["type"], read?["value"]?.ToString()));

    private static async Task<string> NodeAsync(string action, string table)
    {
        var tools = await ToolsFolder.InstalledAsync();
        var script = Path.Combine(tools, "..", "standins", "StandIns.Tests", "Tables", "interop.mjs");
        var start = new ProcessStartInfo("node", [script, action, tools, table])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["TABLES_CONNECTION"] = (await Azurite.StartedAsync()).ConnectionString },
        };
        using var node = Process.Start(start)!;
        var errors = node.StandardError.ReadToEndAsync();
        var output = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, await errors);
        return output;
    }
}
