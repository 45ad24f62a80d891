using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http.Fresns;

/// <summary>What a send asks the storage by use type, what of it at once, and what it does not wait for.</summary>
public sealed class RoundTripTests() : CountedApp(AppSettings.ManyCalls)
{
    private static readonly string Nobody = new('0', 107);

    private FresnsCaller Caller => new(App.Http);

    private ConsoleCaller Users => new(App.Http, App.ConsoleKey, "api/console/users");

    protected override async Task PrepareAsync()
    {
        // The tables are there from now on, and the network's row is known.
        await Caller.CodeAsync(Recipients.Email());
        await FresnsAccount.OpenAsync(App);
        await Proxy.Recorded.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [LocalTheory]
    [InlineData(1, "GET addresses, recipients", "PUT windows")]
    [InlineData(2, "GET addresses", "GET recipients", "PUT windows")]
    [InlineData(3, "GET addresses, recipients", "GET sessions", "PUT windows")]
    [InlineData(4, "GET sessions", "PUT windows")]
    [InlineData(5, "GET recipients", "PUT windows")]
    public async Task All_that_a_request_names_is_asked_for_at_once(int useType, params string[] atOnce)
    {
        string[] followed = useType switch
        {
            4 => ["GET recipients", "POST recipients"],
            _ => ["POST recipients"],
        };

        Assert.Equal(atOnce.Concat(followed).Order(StringComparer.Ordinal), await Proxy.CountAsync(await NewAsync(useType)));
        Assert.True(await Proxy.OverlapAsync(await NewAsync(useType), atOnce));
    }

    [LocalFact]
    public async Task The_user_whom_an_unsettled_address_leads_to_is_asked_for_beside_the_recipient()
    {
        var accounts = new[] { await FresnsAccount.OpenAsync(App, "email"), await FresnsAccount.OpenAsync(App, "email") };
        foreach (var account in accounts)
            await UnsettleAsync(account.Aid);

        Assert.Equal(
            ["GET addresses", "GET recipients", "GET users", "POST recipients", "PUT windows"],
            await Proxy.CountAsync(() => SentAsync(accounts[0], useType: 2)));
        // Held until both are there, which the user never is if it has to wait for the recipient.
        Assert.True(await Proxy.OverlapAsync(() => SentAsync(accounts[1], useType: 2), "GET users", "GET recipients"));
    }

    [LocalTheory]
    [InlineData(1, 34205)]
    [InlineData(2, 34301)]
    [InlineData(3, 34205)]
    public async Task What_is_refused_for_its_address_writes_nothing_but_the_networks_row(int useType, int code)
    {
        var (own, other) = (await FresnsAccount.OpenAsync(App), await FresnsAccount.OpenAsync(App, "email"));
        var to = useType == 2 ? Recipients.Email() : other.Email;

        var asked = await Proxy.CountAsync(() => AnsweredAsync(SignedIn(own).SendAsync(to, useType), code));

        Assert.Equal(["PUT windows"], asked.Where(request => !request.StartsWith("GET ", StringComparison.Ordinal)));
        Assert.Contains(useType == 2 ? "GET recipients" : "GET addresses, recipients", asked);
    }

    [LocalTheory]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Both_tokens_of_a_session_are_read_together_and_of_two_sessions_at_once(int useType)
    {
        var (one, two) = (await OpenAsync(useType), await FresnsAccount.OpenAsync(App, "email"));
        string[] alone = useType == 3
            ? ["GET addresses, recipients", "GET sessions", "POST recipients", "PUT windows"]
            : ["GET recipients", "GET sessions", "POST recipients", "PUT windows"];
        var stranger = Caller.With([.. one.Headers[..3], ("X-Fresns-Uid-Token", two.UidToken)]);

        Assert.Equal(alone, await Proxy.CountAsync(() => AnsweredAsync(Caller.With(one.Headers).SendAsync(one.Email, useType), 0)));
        var both = await Proxy.CountAsync(() => AnsweredAsync(stranger.SendAsync(one.Email, useType), 31502));

        Assert.Equal(2, both.Count(request => request == "GET sessions"));
        Assert.True(await Proxy.OverlapAsync(() => AnsweredAsync(stranger.SendAsync(one.Email, useType), 31502), "GET sessions", "GET sessions"));
    }

    [LocalTheory]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Who_is_not_signed_in_makes_the_same_requests_whoever_exists_and_waits_for_nobodys_address(int useType)
    {
        // What nobody waits for may come after the answer.
        string[] unheard = ["GET addresses, recipients", "GET recipients"];
        var (own, gone, closed) = (await FresnsAccount.OpenAsync(App), await FresnsAccount.OpenAsync(App), await FresnsAccount.OpenAsync(App));
        var other = await FresnsAccount.OpenAsync(App, "email");
        await Users.DeleteAsync(gone.Aid);
        await Users.DeleteAsync($"{closed.Aid}/sessions/{closed.Session}");
        string[] dead = [Nobody, own.Session + Nobody[32..64] + own.AidToken[64..], own.AidToken[..64] + Nobody[64..], gone.AidToken, closed.AidToken];
        var strangers = dead.Select(token => Caller.With(("X-Fresns-Aid", own.Aid), ("X-Fresns-Aid-Token", token))).ToList();
        foreach (var stranger in strangers)
        {
            var asked = await Proxy.CountAsync(() => AnsweredAsync(stranger.SendAsync(Recipients.Email(), useType), 31503));
            Assert.Equal(["GET sessions", "PUT windows"], asked.Where(request => !unheard.Contains(request)));
        }

        foreach (var stranger in strangers.Where(_ => useType == 3))
            Assert.False(await Proxy.WaitsForAsync(() => AnsweredAsync(stranger.SendAsync(other.Email, useType), 31503), "GET addresses, recipients"));
    }

    [LocalFact]
    public async Task What_a_request_itself_is_refused_for_asks_for_the_networks_row_alone()
    {
        var to = Recipients.Email();
        var disposable = $"{to.Split('@')[0]}@mailinator.com";
        (int UseType, string To, int Code)[] calls = [(3, to, 31501), (4, to, 31501), (1, disposable, 34110), (5, disposable, 34110)];
        foreach (var (useType, account, code) in calls)
            Assert.Equal(["PUT windows"], await Proxy.CountAsync(() => AnsweredAsync(Caller.SendAsync(account, useType), code)));
    }

    [LocalFact]
    public async Task A_send_that_waits_would_be_noticed()
    {
        Assert.True(await Proxy.WaitsForAsync(await NewAsync(useType: 2), "GET addresses"));
        Assert.False(await Proxy.OverlapAsync(await NewAsync(useType: 4), "GET sessions", "GET recipients"));
    }

    // Whose address is another one each time: the recipient's minute is over for nobody.
    private async Task<Func<Task>> NewAsync(int useType)
    {
        var account = await OpenAsync(useType);
        return () => SentAsync(account, useType);
    }

    private Task<FresnsAccount> OpenAsync(int useType) => FresnsAccount.OpenAsync(App, useType is 2 or 4 ? ["email"] : []);

    private async Task SentAsync(FresnsAccount account, int useType) =>
        Assert.Equal(0, FresnsCaller.CodeOf(await SignedIn(account).SendAsync(account.Email, useType)));

    private FresnsCaller SignedIn(FresnsAccount account) =>
        Caller.With(("X-Fresns-Aid", account.Aid), ("X-Fresns-Aid-Token", account.AidToken));

    private static async Task AnsweredAsync(Task<Answer> call, int code) => Assert.Equal(code, FresnsCaller.CodeOf(await call));
}
