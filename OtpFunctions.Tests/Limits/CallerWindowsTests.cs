using System.Net;
using Azure.Data.Tables;
using OtpFunctions.Core;
using OtpFunctions.Core.Limits;
using OtpFunctions.Core.Secrecy;
using OtpFunctions.Core.Storage;
using OtpFunctions.Tests.Fakes;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Limits;

public sealed class CallerWindowsTests
{
    private static readonly SlidingWindow TwentyAMinute = new(20, TimeSpan.FromMinutes(1));
    private static readonly IPAddress Somebody = IPAddress.Parse("203.0.113.7");
    private readonly ManualClock _clock = new();

    [Fact]
    public async Task The_twentieth_call_of_a_minute_fits_and_the_twenty_first_waits_for_the_first_to_leave()
    {
        var windows = await NewAsync();
        for (var i = 0; i < 20; i++)
        {
            Assert.Null(await AdmitAsync(windows));
        }

        _clock.Advance(TimeSpan.FromSeconds(59.999));
        Assert.Equal(new Failure(FailureCode.CallerTooOften, TimeSpan.FromMilliseconds(1)), await AdmitAsync(windows));
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Null(await AdmitAsync(windows));
    }

    [Fact]
    public async Task Of_60_parallel_calls_over_two_instances_20_fit()
    {
        var tables = await TestTables.NewAsync();
        var instances = new[] { New(tables), New(tables) };

        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => AdmitAsync(instances[i % 2])));

        Assert.InRange(answers.Count(answer => answer is null), 1, 20);
        for (var i = 0; i < 20; i++)
        {
            await AdmitAsync(instances[0]);
        }

        Assert.Equal(FailureCode.CallerTooOften, (await AdmitAsync(instances[1]))?.Code);
    }

    [Fact]
    public async Task Of_calls_that_come_to_two_instances_in_turn_20_fit()
    {
        var tables = await TestTables.NewAsync();
        var instances = new[] { New(tables), New(tables) };

        for (var i = 0; i < 20; i++)
        {
            Assert.Null(await AdmitAsync(instances[i % 2]));
        }

        foreach (var instance in instances)
        {
            Assert.Equal(FailureCode.CallerTooOften, (await AdmitAsync(instance))?.Code);
        }
    }

    [Fact]
    public async Task What_another_instance_has_counted_counts_for_one_that_has_counted_before_it()
    {
        var tables = await TestTables.NewAsync();
        var (first, second) = (New(tables), New(tables));
        await AdmitAsync(first);
        await AdmitAsync(first);
        for (var i = 0; i < 18; i++)
        {
            Assert.Null(await AdmitAsync(second));
        }

        Assert.Equal(FailureCode.CallerTooOften, (await AdmitAsync(first))?.Code);
    }

    [Fact]
    public async Task A_row_that_was_purged_is_made_anew()
    {
        var tables = await TestTables.NewAsync();
        var windows = New(tables);
        await AdmitAsync(windows);
        await PurgeAsync(tables);

        Assert.Null(await AdmitAsync(windows));
        Assert.Single(tables.Windows.Query<TableEntity>());
    }

    [Theory]
    [InlineData("203.0.113.7", "203.0.113.8", false)]
    [InlineData("203.0.113.7", "::ffff:203.0.113.7", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    public async Task An_IPv4_address_counts_whole_and_of_IPv6_the_64(string one, string other, bool together)
    {
        var windows = await NewAsync();
        var once = new SlidingWindow(1, TimeSpan.FromMinutes(1));
        await windows.AdmitAsync("dialect", IPAddress.Parse(one), once, default);

        Assert.Equal(together, await windows.AdmitAsync("dialect", IPAddress.Parse(other), once, default) is not null);
    }

    [Fact]
    public async Task Dialects_count_apart()
    {
        var windows = await NewAsync();
        var once = new SlidingWindow(1, TimeSpan.FromMinutes(1));

        Assert.Null(await windows.AdmitAsync("one", Somebody, once, default));
        Assert.Null(await windows.AdmitAsync("two", Somebody, once, default));
        Assert.NotNull(await windows.AdmitAsync("one", Somebody, once, default));
    }

    private static Task<Failure?> AdmitAsync(CallerWindows windows) =>
        windows.AdmitAsync("dialect", Somebody, TwentyAMinute, default);

    private static async Task PurgeAsync(Tables tables)
    {
        foreach (var row in tables.Windows.Query<TableEntity>().ToList())
        {
            await tables.Windows.DeleteEntityAsync(row.PartitionKey, row.RowKey);
        }
    }

    private async Task<CallerWindows> NewAsync() => New(await TestTables.NewAsync());

    private CallerWindows New(Tables tables) =>
        new(new StateUpdater<CallTimes>(StateTables.Calls(tables, _clock), _clock), new KeyHasher(Keys.Pepper));
}
