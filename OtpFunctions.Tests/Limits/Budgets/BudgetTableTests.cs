using System.Text;
using Azure.Data.Tables;
using OtpFunctions.Core.Storage;
using OtpFunctions.Tests.Fakes;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Limits.Budgets;

/// <summary>Several instances over one table, on Azurite.</summary>
public sealed class BudgetTableTests
{
    private const int Cap = 100;
    private const int LargestBlock = 5;

    [Theory]
    [InlineData("someone@example.com")]
    [InlineData("13612345678")]
    public async Task Three_instances_never_permit_more_than_the_cap_and_leave_at_most_a_block_each(string to)
    {
        var tables = await TestTables.NewAsync();
        var instances = Enumerable.Range(0, 3).Select(_ => New(tables)).ToArray();

        var sends = await Task.WhenAll(Enumerable.Range(0, 300).Select(i => instances[i % 3].ReserveAsync(to).AsTask()));

        Assert.InRange(sends.Count(reserved => reserved.Succeeded), Cap - (3 * LargestBlock), Cap);
    }

    [Fact]
    public async Task One_after_the_other_over_three_instances_they_never_permit_more_than_the_cap()
    {
        var tables = await TestTables.NewAsync();
        var instances = Enumerable.Range(0, 3).Select(_ => New(tables)).ToArray();
        var count = 0;
        for (var i = 0; i < 120; i++)
        {
            count += (await instances[i % 3].ReserveAsync("13612345678")).Succeeded ? 1 : 0;
        }

        Assert.InRange(count, Cap - (3 * LargestBlock), Cap);
    }

    [Fact]
    public async Task No_number_and_no_prefix_of_one_is_readable_in_the_table()
    {
        var tables = await TestTables.NewAsync();
        await New(tables).ReserveAsync("13612345678");

        var rows = tables.Windows.Query<TableEntity>().ToList();
        Assert.Equal(3, rows.Count);
        var everything = string.Join('\n', rows.SelectMany(row => row).Select(column => $"{column.Key}={Readable(column.Value)}"));
        Assert.Contains("taken", everything, StringComparison.Ordinal);
        foreach (var secret in new[] { "13612345678", "1361234", "prefix", "country" })
        {
            Assert.DoesNotContain(secret, everything, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task A_counter_may_be_purged_a_day_after_its_day()
    {
        var tables = await TestTables.NewAsync();
        await New(tables).ReserveAsync("someone@example.com");

        // The clock stands at 19:45:30 on 5 January in Asia/Shanghai.
        var row = Assert.Single(tables.Windows.Query<TableEntity>().ToList());
        Assert.Equal(new DateTimeOffset(2026, 1, 6, 16, 0, 0, TimeSpan.Zero), row.GetDateTimeOffset("PurgeAfter"));
    }

    private static BudgetBench New(Tables tables)
    {
        var options = BudgetBench.Wide();
        options.PerPrefixPerDay = options.EmailPerDay = Cap;
        return new BudgetBench(StateTables.Budgets(tables), new ManualClock(), options);
    }

    private static string Readable(object? value) =>
        value is byte[] bytes ? Encoding.Latin1.GetString(bytes) : $"{value}";
}
