using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http.Fresns;

/// <summary>What a send asks the storage by use type, what of it at once, and what it does not wait for.</summary>
public sealed class RoundTripTests() : CountedApp(AppSettings.ManyCalls)
{
    private const string Nobody = "00000000000000000000000000000000";

    private FresnsCaller Caller => new(App.Http);

    protected override async Task PrepareAsync()
    {
        // The tables are there from now on, and the network's row is known.
        await Caller.CodeAsync(Recipients.Email());
        await FresnsAccount.OpenAsync(App);
        await Proxy.Recorded.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [LocalTheory]
    [InlineData(1, "GET addresses", "GET recipients", "PUT windows")]
    [InlineData(2, "GET addresses", "GET recipients", "PUT windows")]
    [InlineData(3, "GET addresses", "GET recipients", "GET sessions", "GET users", "PUT windows")]
    [InlineData(4, "GET sessions", "GET users", "PUT windows")]
    [InlineData(5, "GET recipients", "PUT windows")]
    public async Task All_that_a_request_names_is_asked_for_at_once(int useType, params string[] atOnce)
    {
        string[] followed = useType switch
        {
            2 => ["GET users", "POST recipients"],
            4 => ["GET recipients", "POST recipients"],
            _ => ["POST recipients"],
        };

        Assert.Equal(atOnce.Concat(followed).Order(StringComparer.Ordinal), await Proxy.CountAsync(await NewAsync(useType)));
        Assert.True(await Proxy.OverlapAsync(await NewAsync(useType), atOnce));
    }

    [LocalFact]
    public async Task The_user_whom_an_address_leads_to_is_asked_for_beside_the_recipient()
    {
        // Held until both are there, which the user never is if it has to wait for the recipient.
        Assert.True(await Proxy.OverlapAsync(await NewAsync(useType: 2), "GET users", "GET recipients"));
    }

    [LocalTheory]
    [InlineData(1, 34205)]
    [InlineData(2, 34301)]
    [InlineData(3, 34205)]
    public async Task What_is_refused_for_its_address_writes_nothing_but_the_networks_row(int useType, int code)
    {
        var (own, other) = (await FresnsAccount.OpenAsync(App), await FresnsAccount.OpenAsync(App, "email"));
        var to = useType == 2 ? Recipients.Email() : other.Email;

        var asked = await Proxy.CountAsync(() => RefusedAsync(SignedIn(own).SendAsync(to, useType), code));

        Assert.Equal(["PUT windows"], asked.Where(request => !request.StartsWith("GET ", StringComparison.Ordinal)));
        Assert.Contains("GET recipients", asked);
    }

    [LocalTheory]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Who_is_not_signed_in_is_answered_without_waiting_for_any_user(int useType)
    {
        var (account, other) = (await FresnsAccount.OpenAsync(App), await FresnsAccount.OpenAsync(App, "email"));
        foreach (var (token, code) in new[] { (Nobody + Nobody, 31503), (account.Session + Nobody, 31503) })
        {
            var stranger = Caller.With(("X-Fresns-Aid", account.Aid), ("X-Fresns-Aid-Token", token));
            Assert.False(await Proxy.WaitsForAsync(() => RefusedAsync(stranger.SendAsync(other.Email, useType), code), "GET users"));
            if (useType == 3)
                Assert.False(await Proxy.WaitsForAsync(() => RefusedAsync(stranger.SendAsync(other.Email, useType), code), "GET addresses"));
        }
    }

    [LocalFact]
    public async Task What_a_request_itself_is_refused_for_asks_for_the_networks_row_alone()
    {
        var to = Recipients.Email();
        var disposable = $"{to.Split('@')[0]}@mailinator.com";
        (int UseType, string To, int Code)[] calls = [(3, to, 31501), (4, to, 31501), (1, disposable, 34110), (5, disposable, 34110)];
        foreach (var (useType, account, code) in calls)
            Assert.Equal(["PUT windows"], await Proxy.CountAsync(() => RefusedAsync(Caller.SendAsync(account, useType), code)));
    }

    [LocalFact]
    public async Task A_send_that_waits_would_be_noticed()
    {
        Assert.True(await Proxy.WaitsForAsync(await NewAsync(useType: 2), "GET users"));
        Assert.False(await Proxy.OverlapAsync(await NewAsync(useType: 4), "GET users", "GET recipients"));
    }

    // Whose address is another one each time: the recipient's minute is over for nobody.
    private async Task<Func<Task>> NewAsync(int useType)
    {
        var account = await FresnsAccount.OpenAsync(App, useType is 2 or 4 ? ["email"] : []);
        return async () => Assert.Equal(0, FresnsCaller.CodeOf(await SignedIn(account).SendAsync(account.Email, useType)));
    }

    private FresnsCaller SignedIn(FresnsAccount account) =>
        Caller.With(("X-Fresns-Aid", account.Aid), ("X-Fresns-Aid-Token", account.AidToken));

    private static async Task RefusedAsync(Task<Answer> call, int code) => Assert.Equal(code, FresnsCaller.CodeOf(await call));
}
