using System.Net;
using System.Text.Json.Nodes;
using OtpFunctions.Tests.Fakes;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http.Starlight;

/// <summary>How often a call asks the storage, in what order, and what it does not wait for.</summary>
public sealed class RoundTripTests() : CountedApp(AppSettings.ManyCalls)
{
    private static readonly string[] Gate = ["GET users", "PUT windows"];

    [LocalFact]
    public async Task The_window_is_written_beside_the_reads_of_the_caller_and_the_user()
    {
        var (_, user, code) = await KnownAsync();
        foreach (var call in new Func<StarlightCaller, Task>[] { one => one.SentAsync(user), one => one.CheckAsync(user, code) })
        {
            var caller = await StarlightCaller.NewAsync(App, StarlightCaller.Permission);

            Assert.True(await Proxy.OverlapAsync(() => call(caller), "PUT windows", "GET callers", "GET users"));
            Assert.True(await Proxy.OverlapAsync(() => call(caller), "PUT windows", "GET users"));
        }
    }

    [LocalFact]
    public async Task A_caller_is_asked_for_and_gets_its_pass_in_its_first_call_from_a_network_and_after_each_change()
    {
        var (_, user, _) = await KnownAsync();
        var console = new ConsoleCaller(App.Http, App.ConsoleKey, "api/console/callers");
        var caller = await StarlightCaller.NewAsync(App, StarlightCaller.Permission);
        string[] usual = ["GET recipients", "GET users", "PUT windows"];
        string[] first = ["GET callers", "GET recipients", "GET users", "PUT callers", "PUT windows", "PUT windows"];

        Assert.Equal(first, await Proxy.CountAsync(() => caller.SentAsync(user)));
        Assert.Equal(usual, await Proxy.CountAsync(() => caller.SentAsync(user)));

        var path = $"{caller.Token[..32]}/permissions";
        (await console.PutAsync(path, new JsonObject { ["permissions"] = new JsonArray() })).Expect(HttpStatusCode.OK);
        (await caller.GetAsync(user)).ExpectCode(403);
        (await console.PutAsync(path, new JsonObject { ["permissions"] = new JsonArray(StarlightCaller.Permission) }))
            .Expect(HttpStatusCode.OK);
        Assert.Equal(first, await Proxy.CountAsync(() => caller.SentAsync(user)));
        Assert.Equal(usual, await Proxy.CountAsync(() => caller.SentAsync(user)));
    }

    [LocalFact]
    public async Task The_windows_write_is_all_that_stands_between_those_and_the_recipient()
    {
        var (caller, user, code) = await KnownAsync();
        foreach (var call in new Func<Task>[]
        {
            () => caller.SentAsync(user),
            async () => (await caller.CheckAsync(user, code)).ExpectCode(200),
            async () => (await caller.CheckAsync(user, CodeBench.WrongFor(code))).ExpectCode(10475),
        })
        {
            var asked = await Proxy.RecordAsync(call);

            var before = asked.TakeWhile(request => request != "GET recipients").Order(StringComparer.Ordinal);
            Assert.Equal(Gate, before);
            Assert.InRange(asked.Count, 3, 4);
        }
    }

    [LocalFact]
    public async Task A_user_named_by_an_address_is_one_read_and_no_more_beside_the_windows_write()
    {
        var (caller, _, _) = await KnownAsync();
        var email = Recipients.Email();
        await StarlightCaller.UserAsync(App, email);
        await caller.SentAsync(email);

        string[] all = ["GET addresses", "GET recipients", "PUT windows"];
        Assert.Equal(all, await Proxy.CountAsync(() => caller.SentAsync(email)));
        Assert.True(await Proxy.OverlapAsync(
            () => caller.SentAsync(email), "PUT windows", "GET addresses"));
    }

    [LocalFact]
    public async Task The_windows_write_goes_on_beside_the_second_read_of_a_user_named_by_an_unsettled_address()
    {
        var (caller, _, _) = await KnownAsync();
        var email = Recipients.Email();
        var user = await StarlightCaller.UserAsync(App, email);
        await caller.SentAsync(email);
        await UnsettleAsync(user);

        string[] all = ["GET addresses", "GET recipients", "GET users", "PUT windows"];
        Assert.Equal(all, await Proxy.CountAsync(() => caller.SentAsync(email)));
        Assert.True(await Proxy.OverlapAsync(() => caller.SentAsync(email), "PUT windows", "GET users"));
    }

    [LocalFact]
    public async Task The_recipient_is_read_beside_the_user_where_a_send_names_the_address_that_the_code_goes_to()
    {
        var (caller, _, _) = await KnownAsync();
        var (email, mobile, own) = (Recipients.Email(), Recipients.Mobile(), Recipients.Mobile());
        await StarlightCaller.UserAsync(App, email, mobile);
        await StarlightCaller.UserAsync(App, telephone: own);
        foreach (var call in new Func<Task>[]
        {
            () => caller.SentAsync(email),
            () => caller.SentAsync(email.ToUpperInvariant()),
            () => caller.SentAsync(mobile, byTelephone: true),
            () => caller.SentAsync(own, byTelephone: true),
        })
        {
            Assert.Single(await Proxy.CountAsync(call), asked => asked == "GET recipients");
            Assert.True(await Proxy.OverlapAsync(call, "GET addresses", "GET recipients"));
        }
    }

    [LocalFact]
    public async Task Where_the_user_says_to_which_address_the_code_goes_no_other_recipient_is_read()
    {
        var (caller, _, _) = await KnownAsync();
        var (email, mobile) = (Recipients.Email(), Recipients.Mobile());
        await StarlightCaller.UserAsync(App, email, mobile);
        await caller.SentAsync(email);
        await caller.SentAsync(mobile, byTelephone: true);

        foreach (var call in new Func<Task>[]
        {
            () => caller.SentAsync(mobile), () => caller.SentAsync(email, byTelephone: true),
        })
        {
            Assert.Single(await Proxy.CountAsync(call), asked => asked == "GET recipients");
            Assert.False(await Proxy.OverlapAsync(call, "GET addresses", "GET recipients"));
        }
    }

    [LocalFact]
    public async Task Both_recipients_of_a_user_are_read_side_by_side_behind_the_gate_and_a_right_code_writes_neither()
    {
        var (caller, user, codes) = await WithTwoAddressesAsync();
        foreach (var code in codes)
        {
            async Task CallAsync() => (await caller.CheckAsync(user, code)).ExpectCode(200);

            Assert.Equal(Asked("GET recipients", "GET recipients"), await Proxy.CountAsync(CallAsync));
            Assert.True(await Proxy.OverlapAsync(CallAsync, "GET recipients", "GET recipients"));
            Assert.False(await Proxy.OverlapAsync(CallAsync, "PUT windows", "GET recipients", "GET recipients"));
        }
    }

    [LocalFact]
    public async Task A_wrong_code_is_written_side_by_side_at_both_recipients_of_a_user()
    {
        var (caller, user, _) = await WithTwoAddressesAsync();
        async Task CallAsync() => (await caller.CheckAsync(user, "wrong")).ExpectCode(10475);

        Assert.Equal(
            Asked("GET recipients", "GET recipients", "PUT recipients", "PUT recipients"), await Proxy.CountAsync(CallAsync));
        Assert.True(await Proxy.OverlapAsync(CallAsync, "PUT recipients", "PUT recipients"));
        Assert.False(await Proxy.OverlapAsync(CallAsync, "GET recipients", "GET recipients", "PUT recipients"));
    }

    [LocalFact]
    public async Task Who_has_no_permission_is_answered_without_waiting_for_the_user()
    {
        var (_, user, _) = await KnownAsync();
        foreach (var stranger in new[]
        {
            await StarlightCaller.NewAsync(App, "other"),
            new StarlightCaller(App.Http, new string('0', 64)),
            new StarlightCaller(App.Http, "none"),
        })
        {
            Assert.False(await Proxy.WaitsForAsync(() => RefusedAsync(stranger.GetAsync(user)), "GET users"));
            Assert.False(await Proxy.WaitsForAsync(() => RefusedAsync(stranger.CheckAsync(user, "x")), "GET users"));
            Assert.False(await Proxy.WaitsForAsync(
                () => RefusedAsync(stranger.GetAsync(Recipients.Email())), "GET addresses"));
            Assert.False(await Proxy.WaitsForAsync(
                () => RefusedAsync(stranger.GetAsync(Recipients.Email())), "GET recipients"));
        }
    }

    [LocalFact]
    public async Task Who_has_no_permission_cannot_tell_a_known_user_from_an_unknown_one()
    {
        var (_, user, code) = await KnownAsync();
        var stranger = await StarlightCaller.NewAsync(App, "other");

        Assert.Equal(await RefusedAsync(stranger.GetAsync(user)), await RefusedAsync(stranger.GetAsync("nobody")));
        Assert.Equal(
            await RefusedAsync(stranger.CheckAsync(user, code)), await RefusedAsync(stranger.CheckAsync("nobody", code)));
    }

    [LocalFact]
    public async Task A_call_that_waits_would_be_noticed()
    {
        var (caller, user, _) = await KnownAsync();

        Assert.True(await Proxy.WaitsForAsync(() => caller.SentAsync(user), "GET users"));
        Assert.False(await Proxy.OverlapAsync(() => caller.SentAsync(user), "PUT windows", "GET recipients"));
    }

    private static string[] Asked(params string[] recipients) => [.. Gate.Concat(recipients).Order(StringComparer.Ordinal)];

    // The body without what differs from call to call.
    private static async Task<string> RefusedAsync(Task<Answer> call)
    {
        var answer = (await call).ExpectCode(403);
        return answer.Body.Replace(answer.Text("uuid"), "", StringComparison.Ordinal);
    }

    // The tables and all rows are there, nothing is left to be written, and the code stands.
    private async Task<(StarlightCaller Caller, string User, string Code)> KnownAsync()
    {
        var caller = await StarlightCaller.NewAsync(App, StarlightCaller.Permission);
        var user = await StarlightCaller.UserAsync(App, Recipients.Email());
        var spec = await caller.SentAsync(user);
        // Makes their table, once.
        await Proxy.Recorded.WaitAsync(TimeSpan.FromSeconds(30));
        return (caller, user, spec.GetProperty("verification_code").GetString()!);
    }

    private async Task<(StarlightCaller Caller, string User, string[] Codes)> WithTwoAddressesAsync()
    {
        var (caller, _, _) = await KnownAsync();
        var user = await StarlightCaller.UserAsync(App, Recipients.Email(), Recipients.Mobile());
        var specs = new[] { await caller.SentAsync(user), await caller.SentAsync(user, byTelephone: true) };
        return (caller, user, [.. specs.Select(spec => spec.GetProperty("verification_code").GetString()!)]);
    }
}
