using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http.Telling;

/// <summary>What a caller may not learn is in no byte of an answer, and in no request to the storage.</summary>
public sealed class TellingTests() : CountedApp([.. AppSettings.ManyCalls, ("Otp__Limits__FailuresPerDay", "2")])
{
    private const string Wrong = "wrong1";

    protected override async Task PrepareAsync()
    {
        // The tables are there from now on.
        await new FresnsCaller(App.Http).CodeAsync(Recipients.Email());
        await Proxy.Recorded.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [LocalFact]
    public async Task Verifying_with_OnlyID_does_not_tell_what_is_wrong_with_a_code()
    {
        var caller = await new ConsoleCaller(App.Http, App.ConsoleKey).CreateAsync();

        await SameAsync(await RecipientStates.OnlyIdAsync(caller));
    }

    [LocalFact]
    public async Task Checking_with_Fresns_does_not_tell_what_is_wrong_with_a_code()
    {
        var caller = new FresnsCaller(App.Http);
        var (live, used, locked) = (Recipients.Email(), Recipients.Email(), Recipients.Mobile());
        await caller.CodeAsync(live);
        var code = await caller.CodeAsync(used);
        Assert.Equal(0, FresnsCaller.CodeOf(await caller.CheckAsync(used, code)));
        await caller.CodeAsync(locked);
        await caller.CheckAsync(locked, Wrong);
        await caller.CheckAsync(locked, Wrong);

        await SameAsync(
            () => caller.CheckAsync(live, Wrong),
            () => caller.CheckAsync(used, code),
            () => caller.CheckAsync(locked, Wrong),
            () => caller.CheckAsync(live, Wrong, templateId: 2),
            () => caller.CheckAsync(Recipients.Email(), Wrong),
            () => caller.CheckAsync(Recipients.Mobile(), Wrong));
    }

    [LocalFact]
    public async Task Checking_with_Starlight_does_not_tell_what_is_wrong_with_a_code()
    {
        var caller = await StarlightCaller.NewAsync(App, StarlightCaller.Permission);
        var users = new List<string>();
        foreach (var _ in "123")
            users.Add(await StarlightCaller.UserAsync(App, Recipients.Email()));
        await caller.SentAsync(users[0]);
        await caller.SentAsync(users[1]);
        await caller.CheckAsync(users[1], Wrong);
        await caller.CheckAsync(users[1], Wrong);

        await SameAsync([.. users.Select(user => (Func<Task<Answer>>)(() => caller.CheckAsync(user, Wrong)))]);
    }

    [LocalFact]
    public async Task Checking_with_Starlight_does_not_tell_at_which_of_two_addresses_a_code_stands()
    {
        var caller = await StarlightCaller.NewAsync(App, StarlightCaller.Permission);
        var users = new List<string>();
        foreach (var _ in "1234")
            users.Add(await StarlightCaller.UserAsync(App, Recipients.Email(), Recipients.Mobile()));
        await caller.SentAsync(users[1]);
        await caller.SentAsync(users[2], byTelephone: true);
        await caller.SentAsync(users[3]);
        await caller.SentAsync(users[3], byTelephone: true);
        Task<Answer> CheckAsync(string user) => caller.CheckAsync(user, Wrong);

        var told = await SameAsync([.. users.Take(3).Select(user => (Func<Task<Answer>>)(() => CheckAsync(user)))]);
        // One more write, beside the other: no longer to wait for.
        var both = await Told.ByAsync(Proxy, () => CheckAsync(users[3]));
        Assert.Equal(told.Answer, both.Answer);
        Assert.True(await Proxy.OverlapAsync(() => CheckAsync(users[3]), "PUT recipients", "PUT recipients"));
    }

    [LocalFact]
    public async Task Answering_a_captcha_does_not_tell_what_is_wrong_with_the_answer()
    {
        var caller = new CaptchaCaller(App);
        var (picture, spent, sms) = (await caller.PictureAsync(), await caller.PictureAsync(), await caller.SmsAsync(Recipients.Mobile()));
        await caller.ValidateAsync("img", spent.Code, spent.Rand);
        var challenge = (await caller.DataAsync("pow", "generate")).GetProperty("challenge").GetString();

        // The storage is asked for what a rand stands for; that a rand is none is no secret: it is random, and good once.
        await SameBytesAsync(
            () => caller.ValidateAsync("img", "zzzzz", picture.Rand),
            () => caller.ValidateAsync("img", spent.Code, spent.Rand),
            () => caller.ValidateAsync("img", "zzzzz", "none1"),
            () => caller.ValidateHashAsync("img", new string('0', 32)),
            () => caller.ValidateAsync("sms", CaptchaCaller.WrongFor(sms.Title), sms.Rand),
            () => caller.ValidateAsync("sms", sms.Title, "none1"),
            () => caller.ValidateHashAsync("sms", new string('0', 32)),
            () => caller.CallAsync("pow", "validate", Work(challenge, "unsolved")),
            () => caller.CallAsync("pow", "validate", Work(challenge + "0", "1")),
            () => caller.CallAsync("pow", "validate", Work("none", "1")));

        static JsonObject Work(string? challenge, string solution) => new() { ["challenge"] = challenge, ["solution"] = solution };
    }

    [LocalFact]
    public async Task Without_the_console_key_nothing_is_told_and_nothing_is_asked()
    {
        var client = (await new ConsoleCaller(App.Http, App.ConsoleKey).CreateAsync()).ClientId;

        var told = await SameAsync(
            () => GetAsync($"clients/{client}", null),
            () => GetAsync($"clients/{client}", "x"),
            () => GetAsync($"clients/{client}", App.ConsoleKey[..^1]),
            () => GetAsync($"clients/{client}", new string('0', App.ConsoleKey.Length)),
            () => GetAsync("clients/none", "x"),
            () => GetAsync("users/none/", App.ConsoleKey + "0"));
        Assert.Empty(told.Storage);
    }

    // Their texts are in the document: an application that is none and a secret that is wrong are told apart.
    [LocalFact]
    public async Task To_OnlyID_a_wrong_secret_costs_what_an_unknown_application_does()
    {
        var known = await new ConsoleCaller(App.Http, App.ConsoleKey).CreateAsync();
        var to = Recipients.Mobile();
        // The budgets of the prefix are in the process from now on.
        await known.CodeAsync(to);
        OnlyIdCaller[] callers = [new(App.Http, known.ClientId, "wrong"), new(App.Http, new string('0', 32), "wrong")];
        var told = new List<Told>();
        foreach (var caller in callers)
        {
            told.Add(await Told.ByAsync(Proxy, () => caller.SendAsync(to)));
            told.Add(await Told.ByAsync(Proxy, () => caller.VerifyAsync(to, Wrong)));
        }

        Assert.Single(told.Select(one => one.Storage).Distinct());
        Assert.Equal(2, told.Select(one => one.Answer).Distinct().Count());
    }

    private async Task<Told> SameAsync(params Func<Task<Answer>>[] calls)
    {
        Told? first = null;
        foreach (var call in calls)
        {
            var told = await Told.ByAsync(Proxy, call);
            Assert.Equal(first ??= told, told);
        }

        return first!;
    }

    private async Task SameBytesAsync(params Func<Task<Answer>>[] calls)
    {
        var answers = new HashSet<string>();
        foreach (var call in calls)
            answers.Add((await Told.ByAsync(Proxy, call)).Answer);

        Assert.Single(answers);
    }

    private Task<Answer> GetAsync(string path, string? key)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"api/console/{path}");
        request.Headers.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
        return Answer.ReadAsync(App.Http.SendAsync(request));
    }
}
