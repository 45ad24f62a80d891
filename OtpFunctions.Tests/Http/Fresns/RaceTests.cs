using System.Net;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http.Fresns;

/// <summary>Two processes, one storage; what went out is counted in both outboxes together.</summary>
public sealed class RaceTests(FresnsPair pair) : IClassFixture<FresnsPair>
{
    private const int Busy = 30003;
    private const int TooOften = 33201;
    private const int CodeWrong = 33203;

    [LocalFact]
    public async Task Of_200_parallel_calls_for_one_address_one_message_goes_out()
    {
        var to = Recipients.Mobile();

        var codes = await pair.ManyAsync(200, caller => caller.SendAsync(to));

        Assert.Single(codes, 0);
        Assert.All(codes.Where(code => code != 0), code => Assert.True(code is TooOften or Busy, $"{code}"));
        Assert.Single(await pair.MessagesAsync(to));
    }

    [LocalFact]
    public async Task Of_60_parallel_checks_of_one_right_code_one_succeeds()
    {
        var to = Recipients.Email();
        var code = await pair.Callers[0].CodeAsync(to);

        var codes = await pair.ManyAsync(60, caller => caller.CheckAsync(to, code));

        Assert.Single(codes, 0);
        Assert.All(codes.Where(answer => answer != 0), answer => Assert.True(answer is CodeWrong or Busy, $"{answer}"));
    }

    [LocalFact]
    public async Task Through_all_dialects_together_one_phone_gets_what_an_hour_allows()
    {
        var user = await FresnsAccount.OpenAsync(pair.Apps[0], "phone");
        var starlight = await StarlightCaller.NewAsync(pair.Apps[0], StarlightCaller.Permission);
        var onlyId = await new ConsoleCaller(pair.Apps[0].Http, pair.Apps[0].ConsoleKey).CreateAsync();
        var calls = Enumerable.Range(0, 60).Select(number => (Http: pair.Apps[number % 2].Http, Dialect: number % 3));

        await Task.WhenAll(calls.Select(call => call.Dialect switch
        {
            0 => onlyId.At(call.Http).SendAsync(user.Mobile),
            1 => new FresnsCaller(call.Http).SendAsync(user.Mobile),
            _ => starlight.At(call.Http).GetAsync(user.Aid),
        }));

        // All of it took less than an hour: every message there is counts in one window.
        Assert.InRange((await pair.MessagesAsync(user.Mobile)).Count, 1, FresnsPair.SendsPerHour);
        await onlyId.SendAsync(user.Mobile);
        await new FresnsCaller(pair.Apps[1].Http).SendAsync(user.Mobile);
        Assert.InRange((await pair.MessagesAsync(user.Mobile)).Count, 1, FresnsPair.SendsPerHour);
    }

    [LocalTheory]
    [InlineData(FresnsPair.FailuresPerDay - 1, 0)]
    [InlineData(FresnsPair.FailuresPerDay, CodeWrong)]
    public async Task Wrong_guesses_are_counted_for_the_recipient_over_dialects(int wrong, int then)
    {
        var to = Recipients.Mobile();
        var onlyId = await new ConsoleCaller(pair.Apps[0].Http, pair.Apps[0].ConsoleKey).CreateAsync();
        var code = await pair.Callers[0].CodeAsync(to);
        await onlyId.CodeAsync(to);
        for (var guess = 0; guess < 4; guess++)
            Assert.Equal(CodeWrong, FresnsCaller.CodeOf(await pair.Callers[guess % 2].CheckAsync(to, "wrong")));

        for (var guess = 4; guess < wrong; guess++)
            (await onlyId.At(pair.Apps[1].Http).VerifyAsync(to, "wrong123")).Expect(HttpStatusCode.BadRequest);

        Assert.Equal(then, FresnsCaller.CodeOf(await pair.Callers[1].CheckAsync(to, code)));
    }
}
