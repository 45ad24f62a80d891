using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using OtpFunctions.Tests.Fakes;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http.Delivery;

/// <summary>
/// Which calls let a code go by e-mail when SMS is out, and what they say of it. SMS asks for a wait that is too long: one
/// lost try a message, of which no breaker opens.
/// </summary>
public sealed class FallbackTests(FallbackApp apps) : IClassFixture<FallbackApp>
{
    private readonly FunctionApp _app = apps.App;
    private readonly AcsEmulator _emulator = apps.Emulator;

    [LocalFact]
    public async Task Starlight_says_where_the_code_really_went_and_says_it_again_and_so_does_the_record()
    {
        var caller = await StarlightCaller.NewAsync(_app, StarlightCaller.Permission);
        var (email, mobile) = (Recipients.Email(), Recipients.Mobile());
        var user = await StarlightCaller.UserAsync(_app, email, mobile);
        await LoseSmsAsync(mobile);

        var sent = await caller.SentAsync(user, byTelephone: true);
        var again = await caller.SentAsync(user, byTelephone: true);

        var code = Text(sent, "verification_code");
        Assert.Equal(("****" + email[4..], "", true), SpecOf(sent));
        Assert.Equal(("****" + email[4..], "", false), SpecOf(again));
        Assert.Equal(code, Text(again, "verification_code"));
        Assert.Equal(code, AcsApp.CodeIn(await OnlyMailAsync(email)));
        (await caller.CheckAsync(user, code)).ExpectCode(200);

        var record = await RecordAsync(email, record => record.GetProperty("verifySuccess").GetBoolean());
        Assert.Equal(
            ("email", "****" + email[4..], true),
            (Text(record, "channel"), Text(record, "recipient"), record.GetProperty("sendSuccess").GetBoolean()));
        Assert.Equal((await OnlyMailAsync(email)).Id, Text(record, "id"));
    }

    [LocalFact]
    public async Task Starlight_without_an_e_mail_address_says_that_nothing_went_out()
    {
        var caller = await StarlightCaller.NewAsync(_app, StarlightCaller.Permission);
        var mobile = Recipients.Mobile();
        var user = await StarlightCaller.UserAsync(_app, telephone: mobile);
        await LoseSmsAsync(mobile);

        (await caller.GetAsync(user)).ExpectCode(10501);
    }

    [LocalTheory]
    [InlineData(4)]
    [InlineData(2)]
    public async Task Fresns_sends_the_account_s_own_code_to_the_account_s_own_mailbox(int useType)
    {
        var account = await FresnsAccount.OpenAsync(_app, "email", "phone");
        var caller = new FresnsCaller(_app.Http, useType == 4 ? account.Headers : []);
        await LoseSmsAsync(account.Mobile);

        Assert.Equal(0, FresnsCaller.CodeOf(await caller.SendAsync(account.Mobile, useType, templateId: 7)));

        var code = AcsApp.CodeIn(await OnlyMailAsync(account.Email));
        Assert.Equal(33203, FresnsCaller.CodeOf(await caller.CheckAsync(account.Email, code, templateId: 7)));
        Assert.Equal(0, FresnsCaller.CodeOf(await caller.CheckAsync(account.Mobile, code, templateId: 7)));
    }

    [LocalTheory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    public async Task Fresns_does_not_where_the_phone_is_nobody_s_yet_or_anybody_s(int useType)
    {
        var account = await FresnsAccount.OpenAsync(_app, useType == 5 ? ["email", "phone"] : ["email"]);
        var caller = new FresnsCaller(_app.Http, account.Headers);
        await LoseSmsAsync(account.Mobile);

        Assert.Equal(32302, FresnsCaller.CodeOf(await caller.SendAsync(account.Mobile, useType)));
        Assert.Empty(await _emulator.MessagesToAsync(account.Email));
    }

    [LocalFact]
    public async Task OnlyID_and_Captcha_do_not_even_if_the_number_is_a_user_s()
    {
        var (email, mobile) = (Recipients.Email(), Recipients.Mobile());
        await StarlightCaller.UserAsync(_app, email, mobile);
        var caller = await new ConsoleCaller(_app.Http, _app.ConsoleKey).CreateAsync();
        await LoseSmsAsync(mobile, count: 2);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await caller.SendAsync(mobile)).Status);
        Assert.NotEqual(0, CaptchaCaller.StatusOf(
            await new CaptchaCaller(_app).CallAsync("sms", "generate", new() { ["phone"] = mobile })));
        Assert.Empty(await _emulator.MessagesToAsync(email));

        // Both were really asked for the number: nothing is left of what was to go wrong.
        await caller.CodeAsync(mobile);
    }

    [LocalFact]
    public async Task An_SMS_without_an_answer_is_not_sent_again_as_a_mail()
    {
        var caller = await StarlightCaller.NewAsync(_app, StarlightCaller.Permission);
        var (email, mobile) = (Recipients.Email(), Recipients.Mobile());
        var user = await StarlightCaller.UserAsync(_app, email, mobile);
        await _emulator.AddFaultAsync(new { kind = "drop", count = 3, match = new { to = "+86" + mobile } });

        (await caller.GetAsync(user, byTelephone: true)).ExpectCode(10501, "验证码发送服务未及时响应");

        Assert.Empty(await _emulator.MessagesToAsync(email));
        Assert.Single(await _emulator.MessagesToAsync("+86" + mobile));
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static (string Email, string Telephone, bool Sent) SpecOf(JsonElement spec) =>
        (Text(spec, "email"), Text(spec, "telephone"), spec.GetProperty("actually_send").GetBoolean());

    private Task LoseSmsAsync(string mobile, int count = 1) => _emulator.AddFaultAsync(
        new { kind = "status", status = 429, retryAfter = 60, count, match = new { to = "+86" + mobile } });

    private async Task<AcsMessage> OnlyMailAsync(string email) => Assert.Single(await _emulator.MessagesToAsync(email));

    private async Task<JsonElement> RecordAsync(string address, Func<JsonElement, bool> isRight)
    {
        var records = new ConsoleCaller(_app.Http, _app.ConsoleKey, "api/console/otp");
        var page = await Eventually.GetAsync(
            () => records.PostAsync("", new JsonObject { ["keyword"] = address }),
            page => page.Json.GetProperty("total").GetInt32() == 1 && isRight(page.Json.GetProperty("list")[0]));
        return Assert.Single(page.Json.GetProperty("list").EnumerateArray());
    }
}
