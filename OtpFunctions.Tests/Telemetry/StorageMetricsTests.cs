using Azure.Core;
using OtpFunctions.Core.Purging;
using OtpFunctions.Core.Storage;
using OtpFunctions.Core.Telemetry;
using OtpFunctions.Tests.Fakes;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Telemetry;

/// <summary>Every request to the tables is timed by its table and operation, and what it met.</summary>
public sealed class StorageMetricsTests
{
    [Fact]
    public async Task A_send_and_a_verify_make_a_find_and_a_write_each()
    {
        using var heard = new HeardTelemetry();
        var bench = new CodeBench(StateTables.Recipients(await TestTables.NewAsync()));

        using (Spans.Call("Call", default))
        {
            var code = (await bench.IssueAsync()).Value!.Code;
            await bench.VerifyAsync(code);
        }

        Assert.Equal(
            [
                "find recipients Missing", "add recipients Missing", "create any Done", "add recipients Done",
                "find recipients Done", "replace recipients Done",
            ],
            Requests(heard));
        Assert.Equal(
            ["find recipients", "add recipients", "create any", "add recipients", "find recipients", "replace recipients"],
            heard.Traces.Where(span => span.DisplayName != "Call").Select(span => span.DisplayName));
    }

    [Fact]
    public async Task A_lost_race_is_a_conflict()
    {
        var store = StateTables.Recipients(await TestTables.NewAsync());
        var bench = new CodeBench(store);
        await bench.IssueAsync();
        var key = bench.Vault.KeysOf(CodeBench.To("13612345678")).Row;
        var read = await store.LoadAsync(key, default);
        await bench.IssueAsync();
        using var heard = new HeardTelemetry();

        Assert.False(await store.TrySaveAsync(key, read, read.State, "change", default));

        Assert.Equal(["replace recipients Conflict"], Requests(heard));
    }

    [Fact]
    public async Task A_request_that_nobody_answers_is_counted_with_its_retries()
    {
        using var heard = new HeardTelemetry();
        var options = new StorageOptions { ConnectionString = Azurite.ConnectionStringAt(1), TablePrefix = "t" };
        var store = StateTables.Recipients(new Tables(options, new ManualClock()));

        await Assert.ThrowsAsync<StorageUnavailableException>(() => store.LoadAsync("key", default));

        Assert.Equal(Enumerable.Repeat("find recipients NoAnswer", 3), Requests(heard));
    }

    [Fact]
    public async Task A_purge_tells_its_rows_and_makes_no_span()
    {
        var tables = await TestTables.NewAsync();
        var bench = new CodeBench(StateTables.Recipients(tables));
        await bench.IssueAsync("13600000001");
        await bench.IssueAsync("13600000002");
        bench.Clock.Advance(TimeSpan.FromHours(26));
        using var heard = new HeardTelemetry();

        await new Purger(new ExpiredRows(tables), bench.Clock).RunAsync(TimeSpan.FromMinutes(1), default);

        Assert.Equal(["2 otp.outcome=Deleted"], heard.Of(Instruments.PurgedRows));
        Assert.EndsWith(" otp.outcome=Finished", Assert.Single(heard.Of(Instruments.Purges)), StringComparison.Ordinal);
        Assert.Equal(2, Requests(heard).Count(request => request == "delete recipients Done"));
        Assert.Empty(heard.Traces);
    }

    [Theory]
    [InlineData("GET", "/otprecipients(PartitionKey='a',RowKey='b')", "find", "recipients")]
    [InlineData("GET", "/devstoreaccount1/otpusers()", "query", "users")]
    [InlineData("POST", "/otpcallers", "add", "callers")]
    [InlineData("PUT", "/xwindows(PartitionKey='recipients',RowKey='x')", "replace", "windows")]
    [InlineData("PATCH", "/xrecords(PartitionKey='a',RowKey='b')", "merge", "records")]
    [InlineData("DELETE", "/xcaptchas(PartitionKey='a',RowKey='b')", "delete", "captchas")]
    [InlineData("POST", "/account/$batch", "transaction", "records")]
    [InlineData("POST", "/Tables", "create", "any")]
    [InlineData("GET", "/secret-13612345678", "find", "any")]
    public void A_request_is_described_in_known_words_only(string method, string path, string operation, string table) =>
        Assert.Equal((operation, table), StorageRequest.Describe(new RequestMethod(method), path));

    [Theory]
    [InlineData(204, "Done")]
    [InlineData(404, "Missing")]
    [InlineData(409, "Conflict")]
    [InlineData(412, "Conflict")]
    [InlineData(429, "Busy")]
    [InlineData(503, "Busy")]
    [InlineData(500, "Fault")]
    [InlineData(403, "Fault")]
    public void A_status_is_an_outcome(int status, string outcome) =>
        Assert.Equal(outcome, StorageRequest.OutcomeOf(status).ToString());

    private static string[] Requests(HeardTelemetry heard) =>
    [
        .. heard.Of(Instruments.StorageRequests).Select(line => line.Split(' ')).Select(parts =>
            $"{ValueOf(parts[2])} {ValueOf(parts[1])} {ValueOf(parts[3])}"),
    ];

    private static string ValueOf(string tag) => tag[(tag.IndexOf('=', StringComparison.Ordinal) + 1)..];
}
