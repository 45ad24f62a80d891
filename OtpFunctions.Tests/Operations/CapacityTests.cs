using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using OtpFunctions.Tests.Fakes;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Operations;

/// <summary>The operations that docs/operations.md counts a call of each API are those that reach the storage.</summary>
public sealed partial class CapacityTests() : CountedApp(AppSettings.ManyCalls)
{
    [LocalFact]
    public async Task The_page_counts_what_reaches_the_storage()
    {
        // Twice: the first time makes the tables, and takes the day's first budgets.
        await CountAsync();
        await Proxy.Recorded.WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(Rows(Repository.Text("docs/operations.md")), await CountAsync());
    }

    private async Task<IReadOnlyList<string>> CountAsync() =>
    [
        $"OnlyID {await OnlyIdAsync()}",
        $"Starlight {await StarlightAsync()}",
        $"Fresns {await FresnsAsync()}",
        $"Captcha: SMS {await SmsAsync()}",
        $"Captcha: picture {await PictureAsync()}",
        $"Captcha: challenge {await ChallengeAsync()}",
    ];

    private async Task<string> OnlyIdAsync()
    {
        var caller = await new ConsoleCaller(App.Http, App.ConsoleKey).CreateAsync();
        var (to, code) = (Recipients.Email(), "");
        return await BothAsync(async () => code = await caller.CodeAsync(to), () => caller.VerifyAsync(to, code));
    }

    private async Task<string> StarlightAsync()
    {
        var caller = await StarlightCaller.NewAsync(App, StarlightCaller.Permission);
        var (user, code) = (await StarlightCaller.UserAsync(App, Recipients.Email()), "");
        // The network vouches for the caller from then on.
        await caller.SentAsync(await StarlightCaller.UserAsync(App, Recipients.Email()));
        return await BothAsync(
            async () => code = (await caller.SentAsync(user)).GetProperty("verification_code").GetString()!,
            () => caller.CheckAsync(user, code));
    }

    private async Task<string> FresnsAsync()
    {
        var caller = new FresnsCaller(App.Http);
        var (to, code) = (Recipients.Email(), "");
        return await BothAsync(async () => code = await caller.CodeAsync(to), () => caller.CheckAsync(to, code));
    }

    private async Task<string> SmsAsync()
    {
        var caller = new CaptchaCaller(App);
        var (number, code) = (Recipients.Mobile()[..7], (Title: "", Rand: ""));
        // The budget of its range of numbers is in the process from then on.
        await caller.SmsAsync(number + "0001");
        return await BothAsync(
            async () => code = await caller.SmsAsync(number + "0002"),
            () => caller.ValidateAsync("sms", code.Title, code.Rand));
    }

    private async Task<string> PictureAsync()
    {
        var (caller, code, rand) = (new CaptchaCaller(App), "", "");
        return await BothAsync(
            async () => (code, _, rand) = await caller.PictureAsync(), () => caller.ValidateAsync("img", code, rand));
    }

    private async Task<string> ChallengeAsync()
    {
        var (caller, solved) = (new CaptchaCaller(App), new JsonObject());
        return await BothAsync(
            async () =>
            {
                var data = await caller.DataAsync("pow", "generate");
                var challenge = data.GetProperty("challenge").GetString()!;
                solved["challenge"] = challenge;
                solved["solution"] = WorkBench.Solve(challenge, data.GetProperty("difficulty").GetInt32());
            },
            () => caller.DataAsync("pow", "validate", solved));
    }

    private async Task<string> BothAsync(Func<Task> send, Func<Task> verify) =>
        $"{(await Proxy.RecordAsync(send)).Count} {(await Proxy.RecordAsync(verify)).Count}";

    private static IEnumerable<string> Rows(string page) => Row().Matches(page).Select(match => string.Create(
        CultureInfo.InvariantCulture, $"{match.Groups[1].Value} {match.Groups[2].Value} {match.Groups[3].Value}"));

    [GeneratedRegex(@"^\| ([^|]+) \| (\d+) \| (\d+) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
