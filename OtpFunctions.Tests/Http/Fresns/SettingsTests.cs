using System.Net;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http.Fresns;

/// <summary>What settings change: each test starts an app of its own.</summary>
public sealed class SettingsTests
{
    private const string CheckPath = "api/v2/common/check-verify-code";

    [LocalFact]
    public async Task A_closed_channel_a_disabled_template_and_domains_of_the_operators_own_are_refused()
    {
        await using var app = await StartAsync(
            ("Otp__Delivery__Sms", "None"),
            ("Otp__Messages__Disabled", "LogIn:Email"),
            ("Otp__Messages__DefaultLanguage", "En"),
            ("Otp__Fresns__RefusedEmailDomains", "example.net, example.org"));
        var caller = new FresnsCaller(app.Http);

        var closed = await caller.SendAsync(Recipients.Mobile());
        Assert.Equal("""{"code":32100,"message":"Codes of this type are not available","data":null}""", closed.Body);
        Assert.Equal(32100, await CodeAsync(caller.SendAsync("nobody, without a session, of template 9", 2, 9)));
        Assert.Equal(31501, await CodeAsync(caller.SendAsync(Recipients.Mobile(), useType: 4)));
        Assert.Equal(33200, await CodeAsync(caller.SendAsync("a@example.com", templateId: 7)));
        Assert.Equal(0, await CodeAsync(caller.SendAsync("a@example.com", templateId: 2)));
        Assert.Equal(33201, await CodeAsync(caller.SendAsync("a@example.com", templateId: 7)));
        Assert.Equal(34110, await CodeAsync(caller.SendAsync("a@mail.example.org")));
        Assert.Equal(0, await CodeAsync(caller.SendAsync("a@mailinator.com")));
    }

    [LocalFact]
    public async Task A_country_that_is_not_served_is_34103_and_comes_before_the_template()
    {
        await using var app = await StartAsync(("Otp__Destinations__Countries", "852"));
        var caller = new FresnsCaller(app.Http);

        Assert.Equal(34103, await CodeAsync(caller.SendAsync(Recipients.Mobile())));
        Assert.Equal(34103, await CodeAsync(caller.SendAsync(Recipients.Mobile(), templateId: 9)));
    }

    [LocalFact]
    public async Task Where_keys_are_configured_a_check_needs_one_and_a_send_does_not()
    {
        const string Key = "host-key-of-this-test-0123456789";
        await using var app = await StartAsync(("Functions__Keys__Host", Key), ("Otp__Fresns__MaxFailures", "1"));
        app.Secrets.Add(Key);
        var caller = new FresnsCaller(app.Http);
        var to = Recipients.Email();
        var code = await caller.CodeAsync(to);

        foreach (var stranger in new[] { caller, caller.With(("x-functions-key", "not it")) })
        {
            var refused = await stranger.CheckAsync(to, code);
            Assert.Equal((HttpStatusCode.Unauthorized, ""), (refused.Status, refused.Body));
        }

        var server = caller.With(("x-functions-key", Key));
        Assert.Equal(0, await CodeAsync(server.CheckAsync(to, code)));
        var body = FresnsCaller.About(to);
        body["verifyCode"] = code;
        var byQuery = await Answer.ReadAsync(app.Http.PostAsync(new Uri($"{CheckPath}?code={Key}", UriKind.Relative), JsonContent.Create(body)));
        Assert.Equal(33203, FresnsCaller.CodeOf(byQuery));
    }

    [LocalFact]
    public async Task The_wrong_try_that_kills_a_code_can_be_set()
    {
        await using var app = await StartAsync(("Otp__Fresns__MaxFailures", "1"));
        var caller = new FresnsCaller(app.Http);
        var to = Recipients.Email();
        var code = await caller.CodeAsync(to);

        Assert.Equal(33203, await CodeAsync(caller.CheckAsync(to, "wrong")));
        Assert.Equal(33203, await CodeAsync(caller.CheckAsync(to, code)));
    }

    [LocalFact]
    public async Task From_one_network_the_fourth_of_three_calls_learns_nothing_whatever_headers_it_forges()
    {
        await using var app = await StartAsync(("Otp__Fresns__CallsPerMinute", "3"));
        var account = await FresnsAccount.OpenAsync(app, "email", "phone");
        var caller = new FresnsCaller(app.Http);
        Assert.Equal(34205, await CodeAsync(caller.SendAsync(account.Email, useType: 1)));
        Assert.Equal(34301, await CodeAsync(caller.SendAsync(Recipients.Mobile(), useType: 2)));
        Assert.Equal(34401, await CodeAsync(caller.With(account.Headers).SendAsync(Recipients.Email(), useType: 3)));

        var bodies = new HashSet<string>();
        foreach (var forged in new[] { "X-Forwarded-For", "Forwarded", "X-Real-IP", "CLIENT-IP", "X-Azure-ClientIP" })
        {
            for (var useType = 1; useType <= 5; useType++)
            {
                var stranger = caller.With((forged, forged == "Forwarded" ? $"for=192.0.2.{useType}" : $"192.0.2.{useType}"));
                bodies.Add((await stranger.SendAsync(account.Email, useType)).Body);
                bodies.Add((await stranger.SendAsync(Recipients.Email(), useType)).Body);
                bodies.Add((await stranger.With(account.Headers).SendAsync(Recipients.Mobile(), useType)).Body);
            }
        }

        Assert.Equal(["""{"code":33201,"message":"操作过于频繁，请稍后再试","data":null}"""], bodies);
        Assert.Empty(await caller.MessagesAsync(account.Email));
        Assert.Empty(await caller.MessagesAsync(account.Mobile));
        Assert.Equal(30000, await CodeAsync(caller.PostAsync("send-verify-code", new System.Text.Json.Nodes.JsonArray())));
        Assert.Equal(33203, await CodeAsync(caller.CheckAsync(account.Email, "123456")));
    }

    private static async Task<FunctionApp> StartAsync(params (string Name, string? Value)[] changes) =>
        await FunctionApp.StartAsync((await AppSettings.FreshAsync()).With(changes));

    private static async Task<int> CodeAsync(Task<Answer> call) => FresnsCaller.CodeOf(await call);
}
