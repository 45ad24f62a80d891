using System.Text;
using Azure.Data.Tables;
using OtpFunctions.Core.Codes;
using OtpFunctions.Core.Storage;
using OtpFunctions.Tests.Contracts;
using OtpFunctions.Tests.Fakes;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Storage;

public sealed class StateTableTests : RecipientStoreContract
{
    [Fact]
    public async Task Neither_code_nor_address_is_readable_in_the_tables_bytes()
    {
        var tables = await TestTables.NewAsync();
        var bench = new CodeBench(StateTables.Recipients(tables));
        var code = (await bench.IssueAsync("someone@example.com", custom: "Zq7Xk2Vw")).Value!.Code;

        var row = Assert.Single(tables.Recipients.Query<TableEntity>().ToList());
        var everything = string.Join('\n', row.Select(column => $"{column.Key}={Readable(column.Value)}"));

        Assert.Contains("sealed", everything, StringComparison.Ordinal);
        foreach (var secret in new[] { code, "someone", "example.com", Convert.ToBase64String(Encoding.UTF8.GetBytes(code)) })
        {
            Assert.DoesNotContain(secret, everything, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task A_row_with_a_hundred_sends_and_codes_fits_a_column_twice_over()
    {
        var tables = await TestTables.NewAsync();
        var bench = new CodeBench(StateTables.Recipients(tables));
        var forever = new CodePolicy { Lifetime = TimeSpan.FromDays(1), MaxFailures = 20 };
        for (var i = 0; i < 100; i++)
        {
            var use = new CodeUse("dialect", new string('a', 32), $"{i}");
            Assert.True((await bench.IssueAsync("someone@example.com", forever, use)).Succeeded);
        }

        var row = Assert.Single(tables.Recipients.Query<TableEntity>().ToList());
        Assert.InRange(row.GetBinary("State")!.Length, 10_000, 60_000);
    }

    [Fact]
    public async Task A_row_may_be_purged_when_its_last_code_send_and_failure_are_past()
    {
        var tables = await TestTables.NewAsync();
        var bench = new CodeBench(StateTables.Recipients(tables));
        await bench.IssueAsync();
        Assert.Equal(TimeSpan.FromHours(25), Left());

        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        await bench.VerifyAsync("wrong");
        Assert.Equal(TimeSpan.FromHours(25), Left());

        await bench.IssueAsync(policy: CodeBench.Usual with { Lifetime = TimeSpan.FromHours(30) });
        Assert.Equal(TimeSpan.FromHours(30), Left());

        TimeSpan? Left() =>
            Assert.Single(tables.Recipients.Query<TableEntity>().ToList()).GetDateTimeOffset("PurgeAfter") - bench.Clock.GetUtcNow();
    }

    private protected override async Task<IStateStore<RecipientState>> NewStoreAsync() => StateTables.Recipients(await TestTables.NewAsync());

    private static string Readable(object? value) =>
        value is byte[] bytes ? Encoding.Latin1.GetString(bytes) : $"{value}";
}
