using OtpFunctions.Core;
using OtpFunctions.Core.Limits;
using OtpFunctions.Core.Storage;
using OtpFunctions.Tests.Fakes;

namespace OtpFunctions.Tests.Limits.Budgets;

public sealed class SendBudgetTests
{
    private const string Email = "someone@example.com";
    private const string Mobile = "13612345678";
    private readonly MemoryBudgetStore _store = new();
    private readonly ManualClock _clock = new();

    [Theory]
    [InlineData("86", Mobile, true)]
    [InlineData("86", "+85291234567", false)]
    [InlineData("86, 852", "+85291234567", true)]
    [InlineData("852", Mobile, false)]
    [InlineData("852", Email, true)]
    [InlineData("1", "+14155552671", true)]
    [InlineData("*", "+881612345678", true)]
    public async Task Messages_go_to_the_countries_on_the_list(string countries, string to, bool goes)
    {
        var options = BudgetBench.Wide();
        options.Countries = countries;

        var reserved = await New(options).ReserveAsync(to);

        Assert.Equal(goes ? null : new Failure(FailureCode.DestinationRefused), reserved.Failure);
        Assert.Equal(goes, _store.Saves > 0);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(100)]
    [InlineData(1003)]
    public async Task One_instance_gives_out_exactly_the_cap(int cap)
    {
        var options = BudgetBench.Wide();
        options.EmailPerDay = cap;

        Assert.Equal(cap, await New(options).SpendAsync(Email));
    }

    [Fact]
    public async Task A_prefix_is_the_number_less_its_last_four_digits()
    {
        var options = BudgetBench.Wide();
        options.PerPrefixPerDay = 3;
        var bench = New(options);

        Assert.Equal(3, await bench.SpendAsync(Mobile));
        Assert.Equal(0, await bench.SpendAsync("13612349999"));
        Assert.Equal(3, await bench.SpendAsync("13612355678"));
    }

    [Fact]
    public async Task A_country_is_its_calling_code()
    {
        var options = BudgetBench.Wide();
        options.PerCountryPerDay = 3;
        var bench = New(options);

        Assert.Equal(3, await bench.SpendAsync(Mobile));
        Assert.Equal(0, await bench.SpendAsync("13987654321"));
        Assert.Equal(3, await bench.SpendAsync("+85291234567"));
    }

    [Fact]
    public async Task The_breaker_counts_every_country_and_each_channel_apart()
    {
        var options = BudgetBench.Wide();
        options.SmsPerDay = 3;
        options.EmailPerDay = 2;
        var bench = New(options);

        Assert.Equal(3, await bench.SpendAsync(Mobile));
        Assert.Equal(0, await bench.SpendAsync("+85291234567"));
        Assert.Equal(2, await bench.SpendAsync(Email));
        Assert.Equal(0, await bench.SpendAsync("another@example.org"));
    }

    [Theory]
    [InlineData("prefix")]
    [InlineData("country")]
    [InlineData("sms")]
    public async Task When_one_scope_refuses_the_others_are_given_back(string spent)
    {
        var options = BudgetBench.Wide();
        options.PerPrefixPerDay = spent == "prefix" ? 1 : 20;
        options.PerCountryPerDay = spent == "country" ? 1 : 20;
        options.SmsPerDay = spent == "sms" ? 1 : 20;
        var bench = New(options);
        Assert.Equal(1, await bench.SpendAsync(Mobile));

        for (var i = 0; i < 100; i++)
        {
            Assert.Equal(FailureCode.BudgetSpent, (await bench.ReserveAsync(Mobile)).Failure?.Code);
        }

        // Blocks are of one send here: the one that went out, and one that waits for the next.
        Assert.All(_store.Taken.Values, taken => Assert.InRange(taken, 1, 2));
    }

    [Fact]
    public async Task What_is_returned_is_permitted_again_and_only_once()
    {
        var options = BudgetBench.Wide();
        options.PerPrefixPerDay = 2;
        var bench = New(options);
        var permit = (await bench.ReserveAsync(Mobile)).Value!;
        Assert.Equal(1, await bench.SpendAsync(Mobile));

        permit.Return();
        permit.Return();

        Assert.Equal(1, await bench.SpendAsync(Mobile));
    }

    [Theory]
    [InlineData("Asia/Shanghai", "2026-01-05T15:59:59.999Z")]
    [InlineData("America/New_York", "2026-03-09T03:59:59.999Z")] // the end of the 23-hour day
    [InlineData("America/New_York", "2026-11-02T04:59:59.999Z")] // of the 25-hour day
    [InlineData("America/Havana", "2026-03-08T04:59:59.999Z")] // the next day begins at 01:00
    public async Task The_day_begins_anew_at_midnight_of_its_zone_and_not_before(string zone, string lastMoment)
    {
        var options = BudgetBench.Wide();
        options.TimeZone = zone;
        options.EmailPerDay = 1;
        var last = DateTimeOffset.Parse(lastMoment, System.Globalization.CultureInfo.InvariantCulture);
        _clock.Set(last - TimeSpan.FromHours(22));
        var bench = New(options);
        Assert.Equal(1, await bench.SpendAsync(Email));
        Assert.Equal(TimeSpan.FromHours(22) + TimeSpan.FromMilliseconds(1), (await bench.ReserveAsync(Email)).Failure?.RetryAfter);

        _clock.Set(last);
        Assert.Equal(new Failure(FailureCode.BudgetSpent, TimeSpan.FromMilliseconds(1)), (await bench.ReserveAsync(Email)).Failure);
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(1, await bench.SpendAsync(Email));
    }

    [Fact]
    public async Task What_is_left_of_a_block_ends_with_its_day()
    {
        var options = BudgetBench.Wide();
        options.EmailPerDay = 100;
        var bench = New(options);
        await bench.ReserveAsync(Email);
        _clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(100, await bench.SpendAsync(Email));
    }

    [Fact]
    public async Task Memory_is_bounded_and_what_is_forgotten_is_only_left_unused()
    {
        var options = BudgetBench.Wide();
        options.PerPrefixPerDay = 20;
        var bench = new BudgetBench(_store, _clock, options, blocksKept: 50);
        for (var i = 0; i < 2000; i++)
        {
            Assert.True((await bench.ReserveAsync($"1360{i % 1000:D3}5678")).Succeeded);
            Assert.InRange(bench.Budget.BlockCount, 1, 50);
        }

        Assert.All(_store.Taken.Values.Where(taken => taken <= 20), taken => Assert.Equal(2, taken));
        Assert.Equal(18, await bench.SpendAsync("13600005678"));
    }

    [Fact]
    public async Task When_the_storage_is_out_nothing_is_permitted_and_what_was_taken_is_given_back()
    {
        var options = BudgetBench.Wide();
        options.PerPrefixPerDay = options.PerCountryPerDay = 20;
        var bench = New(options);
        await bench.ReserveAsync(Mobile);
        _store.Before = MemoryBudgetStore.OutAsync;

        await Assert.ThrowsAsync<StorageUnavailableException>(async () => await bench.ReserveAsync("13987654321"));

        _store.Before = () => Task.CompletedTask;
        Assert.Equal(19, await bench.SpendAsync("13987654321"));
    }

    private BudgetBench New(DestinationOptions options) => new(_store, _clock, options);
}
