using OtpFunctions.Core;
using OtpFunctions.Core.Directory;
using OtpFunctions.Core.Limits;
using OtpFunctions.Core.Storage;
using OtpFunctions.Tests.Fakes;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Directory;

/// <summary>For whom a network vouches, and how long. That a change holds at once is shown in Model/CallerPassTests.</summary>
public sealed class CallerAdmissionTests
{
    private const string Elsewhere = "203.0.113.8";
    private readonly CallerRows _rows = new();

    [Fact]
    public async Task Who_was_found_good_is_not_asked_for_again_on_any_instance()
    {
        var (first, second) = (_rows.NewInstance().Bench, _rows.NewInstance().Bench);
        var token = await NewAsync(first);
        Assert.Equal(1, await FindsOfAsync(() => LetInAsync(first, token)));

        Assert.Equal(0, await FindsOfAsync(() => LetInAsync(first, token)));
        Assert.Equal(0, await FindsOfAsync(() => LetInAsync(second, token)));
    }

    [Fact]
    public async Task A_pass_is_for_the_token_the_permission_and_the_network_it_was_made_for()
    {
        var bench = _rows.NewInstance().Bench;
        var (token, other) = (await NewAsync(bench), await NewAsync(bench));
        await LetInAsync(bench, token);

        Assert.Equal(1, await FindsOfAsync(() => LetInAsync(bench, other)));
        Assert.Equal(1, await FindsOfAsync(() => LetInAsync(bench, token, Elsewhere)));
        Assert.Equal(0, await FindsOfAsync(() => LetInAsync(bench, token)));
        Assert.Equal(FailureCode.PermissionMissing, (await bench.CallAsync(token, permission: "other"))?.Code);
        foreach (var wrong in new[] { token[..32] + other[32..], token[..^1], token + "0", token.ToUpperInvariant(), "" })
            Assert.Equal(FailureCode.CallerUnknown, (await bench.CallAsync(wrong))?.Code);
    }

    [Fact]
    public async Task Who_was_not_found_good_gets_no_pass()
    {
        var bench = _rows.NewInstance().Bench;
        var token = await NewAsync(bench, "other");

        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(1, await FindsOfAsync(
                async () => Assert.Equal(FailureCode.PermissionMissing, (await bench.CallAsync(token))?.Code)));
        }

        Assert.Null(_rows.Networks.Load(bench.KeyOf(CallerBench.Network)).State.Passes);
    }

    [Fact]
    public async Task A_pass_is_good_for_a_day_and_is_then_made_anew()
    {
        var bench = _rows.NewInstance().Bench;
        var token = await NewAsync(bench);
        await LetInAsync(bench, token);

        _rows.Clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromMilliseconds(1));
        Assert.Equal(0, await FindsOfAsync(() => LetInAsync(bench, token)));
        _rows.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(1, await FindsOfAsync(() => LetInAsync(bench, token)));
        Assert.Equal(0, await FindsOfAsync(() => LetInAsync(bench, token)));
    }

    [Fact]
    public async Task The_row_stays_as_long_as_its_pass_and_one_that_was_purged_all_the_same_vouches_for_nobody()
    {
        var bench = _rows.NewInstance().Bench;
        var token = await NewAsync(bench);
        await LetInAsync(bench, token);
        var key = bench.KeyOf(CallerBench.Network);
        var day = _rows.Clock.GetUtcNow().AddHours(24).ToUnixTimeMilliseconds();

        Assert.Equal(day, _rows.Networks.Load(key).State.PurgeAfter);
        await LetInAsync(bench, token);
        Assert.Equal(day, _rows.Networks.Load(key).State.PurgeAfter);

        _rows.Networks.Delete(key);
        Assert.Equal(1, await FindsOfAsync(() => LetInAsync(bench, token)));
    }

    [Fact]
    public async Task A_network_vouches_for_16_at_most_and_forgets_the_first()
    {
        var bench = _rows.NewInstance().Bench;
        var tokens = new List<string>();
        for (var i = 0; i < 17; i++)
        {
            tokens.Add(await NewAsync(bench));
            await LetInAsync(bench, tokens[i]);
        }

        Assert.Equal(0, await FindsOfAsync(() => LetInAsync(bench, tokens[1])));
        Assert.Equal(1, await FindsOfAsync(() => LetInAsync(bench, tokens[0])));
    }

    [Fact]
    public async Task A_caller_in_more_networks_than_its_row_names_is_asked_for_in_the_others_until_the_first_are_forgotten()
    {
        var bench = _rows.NewInstance().Bench;
        var token = await NewAsync(bench);
        for (var i = 1; i <= 50; i++)
            await LetInAsync(bench, token, $"198.51.100.{i}");

        await LetInAsync(bench, token, Elsewhere);
        Assert.Equal(1, await FindsOfAsync(() => LetInAsync(bench, token, Elsewhere)));
        Assert.Equal(0, await FindsOfAsync(() => LetInAsync(bench, token, "198.51.100.1")));

        // Twice as long as a pass is good: clocks differ.
        _rows.Clock.Advance(TimeSpan.FromHours(48) - TimeSpan.FromMilliseconds(1));
        await LetInAsync(bench, token, Elsewhere);
        Assert.Equal(1, await FindsOfAsync(() => LetInAsync(bench, token, Elsewhere)));
        _rows.Clock.Advance(TimeSpan.FromMilliseconds(1));
        await LetInAsync(bench, token, Elsewhere);
        Assert.Equal(0, await FindsOfAsync(() => LetInAsync(bench, token, Elsewhere)));
    }

    [Fact]
    public async Task A_change_withdraws_the_passes_of_every_network()
    {
        var bench = _rows.NewInstance().Bench;
        var token = await NewAsync(bench);
        string[] networks = [CallerBench.Network, Elsewhere, "2001:db8::1"];
        foreach (var network in networks)
            await LetInAsync(bench, token, network);

        await bench.Directory.SetPermissionsAsync(token[..32], [], default);

        foreach (var network in networks)
            Assert.Equal(FailureCode.PermissionMissing, (await bench.CallAsync(token, network))?.Code);
    }

    [Fact]
    public async Task A_full_window_is_refused_without_asking_for_the_caller()
    {
        var bench = _rows.NewInstance().Bench;
        var token = await NewAsync(bench);
        var once = new SlidingWindow(1, TimeSpan.FromMinutes(1));
        Assert.Null(await bench.CallAsync(token, window: once));

        Assert.Equal(0, await FindsOfAsync(async () =>
        {
            var refused = bench.CallAsync("another", window: once);
            Assert.True(refused.IsCompleted);
            Assert.Equal(FailureCode.CallerTooOften, (await refused)?.Code);
        }));
    }

    [Fact]
    public async Task Each_call_is_counted_once_whether_it_has_a_pass_or_not()
    {
        var (first, second) = (_rows.NewInstance().Bench, _rows.NewInstance().Bench);
        var token = await NewAsync(first);
        for (var i = 0; i < 5; i++)
        {
            await LetInAsync(first, token);
            await LetInAsync(second, token);
        }

        Assert.Equal(10, _rows.Networks.Load(first.KeyOf(CallerBench.Network)).State.Times.Length);
    }

    [Fact]
    public async Task Who_is_found_good_is_let_in_though_no_pass_can_be_made()
    {
        var (_, networks) = _rows.NewInstance();
        var bench = _rows.BenchOn(new ReadOnlyCallerStore(_rows.Callers), networks);
        var token = await NewAsync(_rows.NewInstance().Bench);

        Assert.Equal(1, await FindsOfAsync(() => LetInAsync(bench, token)));
        Assert.Equal(1, await FindsOfAsync(() => LetInAsync(bench, token)));
    }

    [Fact]
    public async Task The_table_keeps_passes_and_networks_and_no_token()
    {
        var tables = await TestTables.NewAsync();
        var bench = new CallerBench(new CallerTable(tables), StateTables.Calls(tables, _rows.Clock), _rows.Clock);
        var token = await NewAsync(bench);
        await LetInAsync(bench, token);
        await LetInAsync(bench, token, Elsewhere);

        var caller = (await bench.Directory.FindAsync(token[..32], default)).Value!;
        var now = _rows.Clock.Milliseconds;
        Assert.Equal([new(bench.KeyOf(CallerBench.Network), now), new(bench.KeyOf(Elsewhere), now)], caller.Networks);
        foreach (var row in tables.Callers.Query<Azure.Data.Tables.TableEntity>().Concat(tables.Windows.Query<Azure.Data.Tables.TableEntity>()))
        {
            SecretRows.AssertHidden(row, token);
            SecretRows.AssertHidden(row, token[32..]);
            SecretRows.AssertHidden(row, Elsewhere);
        }

        await bench.Directory.RotateTokenAsync(caller.Id, default);
        Assert.Equal(FailureCode.CallerUnknown, (await bench.CallAsync(token))?.Code);
        Assert.Equal(FailureCode.CallerUnknown, (await bench.CallAsync(token, Elsewhere))?.Code);
    }

    [Theory]
    [InlineData("key:12", "key", 12)]
    [InlineData("a:b:12", "a:b", 12)]
    [InlineData("key", "key", 0)]
    [InlineData("key:", "key:", 0)]
    [InlineData("key:-1", "key:-1", 0)]
    [InlineData(":12", ":12", 0)]
    public void A_network_that_nobody_wrote_is_taken_whole(string text, string key, long since) =>
        Assert.Equal(new CallerNetwork(key, since), CallerNetwork.Parse(text));

    private static async Task<string> NewAsync(CallerBench bench, string permission = CallerBench.Permission) =>
        (await bench.Directory.CreateAsync("Test", [permission], default)).Token;

    private static async Task LetInAsync(CallerBench bench, string token, string network = CallerBench.Network) =>
        Assert.Null(await bench.CallAsync(token, network));

    private async Task<int> FindsOfAsync(Func<Task> call)
    {
        var before = _rows.Callers.Finds;
        await call();
        return _rows.Callers.Finds - before;
    }
}
