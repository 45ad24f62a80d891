using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http.Starlight;

public sealed class RaceTests
{
    private const string Header = "CLIENT-IP";
    private const int Contended = 503;

    [LocalFact]
    public async Task Over_two_processes_parallel_calls_send_one_message_and_the_20_a_minute_hold()
    {
        await using var pair = await AppPair.StartAsync(("Otp__Client__AddressHeader", Header));
        var caller = await StarlightCaller.NewAsync(pair.Apps[0], StarlightCaller.Permission);

        await AssertOneMessageAsync(pair, caller);
        await AssertLimitHoldsAsync(pair, caller);
        await AssertBurstFitsAsync(pair, caller);
    }

    // Each from a network of its own.
    private static async Task AssertOneMessageAsync(AppPair pair, StarlightCaller caller)
    {
        var mobile = Recipients.Mobile();
        var user = await StarlightCaller.UserAsync(pair.Apps[0], telephone: mobile);

        var answers = await pair.ManyAsync(
            100, (number, http) => caller.With((Header, $"203.0.113.{number}")).At(http).GetAsync(user));

        var specs = answers.Where(answer => CodeOf(answer) == 200).Select(answer => answer.Json.GetProperty("spec")).ToList();
        Assert.NotEmpty(specs);
        Assert.Single(specs, spec => spec.GetProperty("actually_send").GetBoolean());
        Assert.Single(specs.Select(spec => spec.GetProperty("verification_code").GetString()).Distinct());
        Assert.Equal(1, await pair.DeliveredAsync("+86" + mobile));
        Assert.All(answers, answer => Assert.Contains(CodeOf(answer), new[] { 200, Contended }));
    }

    // All from one.
    private static async Task AssertLimitHoldsAsync(AppPair pair, StarlightCaller caller)
    {
        var network = caller.With((Header, "198.51.100.1"));

        var answers = await pair.ManyAsync(60, (_, http) => network.At(http).CheckAsync("nobody", "123456"));

        var admitted = answers.Count(answer => CodeOf(answer) == 10401);
        Assert.InRange(admitted, 1, 20);
        Assert.All(answers, answer => Assert.Contains(CodeOf(answer), new[] { 10401, 1111, Contended }));
        for (; admitted < 20; admitted++)
            (await network.CheckAsync("nobody", "123456")).ExpectCode(10401);

        foreach (var app in pair.Apps)
            (await network.At(app.Http).CheckAsync("nobody", "123456")).ExpectCode(1111);
    }

    // As many as fit, all at once.
    private static async Task AssertBurstFitsAsync(AppPair pair, StarlightCaller caller)
    {
        var network = caller.With((Header, "198.51.100.2"));

        var answers = await pair.ManyAsync(20, (_, http) => network.At(http).CheckAsync("nobody", "123456"));

        Assert.All(answers, answer => answer.ExpectCode(10401));
    }

    private static int CodeOf(Answer answer) => answer.Json.GetProperty("code").GetInt32();
}
