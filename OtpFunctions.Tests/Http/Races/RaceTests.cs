using System.Text.Json.Nodes;
using OtpFunctions.Tests.Fakes;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http.Races;

/// <summary>Three processes, one storage, each dialect and all together; judged by what really went out.</summary>
[Collection(QuietCollection.Name)]
public sealed class RaceTests(AppTrio trio) : IClassFixture<AppTrio>
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    public static TheoryData<string> Dialects { get; } = [.. Racer.Dialects];

    [LocalTheory]
    [MemberData(nameof(Dialects))]
    public async Task Of_120_parallel_checks_of_one_right_code_one_succeeds_or_all(string dialect)
    {
        var racer = await Racer.NewAsync(trio, dialect, Spelled.Mobile());
        var code = await racer.CodeAsync();

        var verdicts = await trio.ManyAsync(120, (_, http) => racer.CheckAsync(http, code));

        if (racer.KeepsCode)
            Assert.All(verdicts, verdict => Assert.Equal(Verdict.Yes, verdict));
        else
            Assert.Single(verdicts, Verdict.Yes);
    }

    // The recipient would be locked by one guess more than the code allows: a new code tells that there was none.
    [LocalTheory]
    [MemberData(nameof(Dialects))]
    public async Task Of_500_parallel_wrong_guesses_exactly_five_are_judged(string dialect)
    {
        var to = Spelled.Mobile();
        var racer = await Racer.NewAsync(trio, dialect, to);
        var code = await racer.CodeAsync();

        var verdicts = await trio.ManyAsync(
            Soak.Times(500, 5_000), (_, http) => racer.CheckAsync(http, CodeBench.WrongFor(code)));

        Assert.DoesNotContain(Verdict.Yes, verdicts);
        Assert.InRange(verdicts.Count(verdict => verdict == Verdict.No), AppTrio.MaxFailures, verdicts.Length);
        Assert.Equal(Verdict.No, await racer.CheckAsync(trio.Apps[1].Http, code));
        var other = await Racer.NewAsync(trio, "OnlyID", to);
        Assert.Equal(Verdict.Yes, await other.CheckAsync(trio.Apps[2].Http, await other.CodeAsync()));
    }

    [LocalFact]
    public async Task Of_300_parallel_wrong_guesses_at_two_addresses_exactly_five_are_judged_at_each()
    {
        var (mailbox, mobile) = (Spelled.Mailbox(), Spelled.Mobile());
        var (racer, codes) = await StarlightRacer.WithTwoAddressesAsync(trio, mailbox, mobile);

        var verdicts = await trio.ManyAsync(Soak.Times(300, 1_000), (_, http) => racer.CheckAsync(http, "wrong"));

        Assert.DoesNotContain(Verdict.Yes, verdicts);
        Assert.InRange(verdicts.Count(verdict => verdict == Verdict.No), AppTrio.MaxFailures, verdicts.Length);
        foreach (var (to, code) in new[] { mailbox, mobile }.Zip(codes))
        {
            Assert.Equal(Verdict.No, await racer.CheckAsync(trio.Apps[1].Http, code));
            var other = await Racer.NewAsync(trio, "OnlyID", to);
            Assert.Equal(Verdict.Yes, await other.CheckAsync(trio.Apps[2].Http, await other.CodeAsync()));
        }
    }

    [LocalFact]
    public async Task Of_60_parallel_right_codes_at_two_addresses_all_are_right_and_none_counts_at_the_other()
    {
        var (mailbox, mobile) = (Spelled.Mailbox(), Spelled.Mobile());
        var (racer, codes) = await StarlightRacer.WithTwoAddressesAsync(trio, mailbox, mobile);

        var verdicts = await trio.ManyAsync(60, (number, http) => racer.CheckAsync(http, codes[number % 2]));

        Assert.All(verdicts, verdict => Assert.Equal(Verdict.Yes, verdict));
    }

    [LocalFact]
    public Task Through_200_parallel_sends_of_all_dialects_one_phone_gets_what_an_hour_allows() =>
        AssertHourAsync(Spelled.Mobile(), Racer.Dialects);

    // The Captcha API has no e-mail; a second application of OnlyID races in its place.
    [LocalFact]
    public Task Through_200_parallel_sends_to_all_spellings_one_mailbox_gets_what_an_hour_allows() =>
        AssertHourAsync(Spelled.Mailbox(), ["OnlyID", "Starlight", "Fresns", "OnlyID"]);

    [LocalFact]
    public async Task Of_100_parallel_answers_to_one_picture_one_is_judged()
    {
        var caller = new CaptchaCaller(trio.Apps[0]);
        var (code, _, rand) = await caller.PictureAsync();

        var answers = await trio.ManyAsync(100, (_, http) => caller.At(http).ValidateAsync("img", code, rand));

        Assert.Single(answers, answer => CaptchaCaller.StatusOf(answer) == 0);
    }

    [LocalFact]
    public async Task Of_60_parallel_redemptions_of_one_challenge_one_succeeds()
    {
        var caller = new CaptchaCaller(trio.Apps[0]);
        var issued = await caller.DataAsync("pow", "generate");
        var challenge = issued.GetProperty("challenge").GetString()!;
        var solution = WorkBench.Solve(challenge, issued.GetProperty("difficulty").GetInt32());

        var answers = await trio.ManyAsync(60, (_, http) => caller.At(http).CallAsync(
            "pow", "validate", new JsonObject { ["challenge"] = challenge, ["solution"] = solution }));

        Assert.Single(answers, answer => CaptchaCaller.StatusOf(answer) == 0);
    }

    private async Task AssertHourAsync(Spelled to, IReadOnlyList<string> dialects)
    {
        var racers = await Task.WhenAll(dialects.Select(dialect => Racer.NewAsync(trio, dialect, to)));

        await trio.ManyAsync(200, (number, http) => racers[number % racers.Length].SendAsync(http, number / racers.Length));

        var sent = await trio.DeliveredAsync(to);
        Assert.NotEmpty(sent);
        SlidingJudge.AssertWithin(sent, AppTrio.SendsPerHour, Hour);
        // What contention left of the hour still fits, and then no more.
        for (var number = sent.Count; number < AppTrio.SendsPerHour; number++)
            Assert.Equal(Verdict.Yes, await racers[0].SendAsync(trio.Apps[number % 3].Http, number));

        Assert.Equal(Verdict.No, await racers[0].SendAsync(trio.Apps[0].Http, 0));
        Assert.Equal(AppTrio.SendsPerHour, SlidingJudge.MostWithin(await trio.DeliveredAsync(to), Hour));
    }
}
