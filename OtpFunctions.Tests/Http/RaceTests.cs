using System.Net;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http;

/// <summary>Two processes, one storage: what holds for one instance holds for all of them together.</summary>
public sealed class RaceTests
{
    private static readonly HttpStatusCode[] Refusals = [HttpStatusCode.BadRequest, HttpStatusCode.ServiceUnavailable];

    [LocalFact]
    public async Task Of_200_parallel_verifies_of_one_right_code_one_succeeds()
    {
        await using var pair = await OnlyIdPair.StartAsync();
        var recipient = Recipients.Mobile();
        var code = await pair.Callers[0].CodeAsync(recipient);

        var answers = await pair.ManyAsync(200, caller => caller.VerifyAsync(recipient, code));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
        AssertRefused(answers.Where(answer => answer.Status != HttpStatusCode.OK));
    }

    [LocalFact]
    public async Task After_300_parallel_wrong_guesses_the_right_code_is_dead()
    {
        await using var pair = await OnlyIdPair.StartAsync();
        var recipient = Recipients.Email();
        var code = await pair.Callers[0].CodeAsync(recipient, ("code", "abcd1234"), ("maxFailCount", 5));

        var answers = await pair.ManyAsync(300, caller => caller.VerifyAsync(recipient, "wrong999"));

        AssertRefused(answers);
        var last = await pair.Callers[1].VerifyAsync(recipient, code);
        last.ExpectError(HttpStatusCode.BadRequest, "验证码错误或超过有效期");
    }

    [LocalFact]
    public async Task Of_60_parallel_sends_no_more_go_out_than_the_window_allows()
    {
        await using var pair = await OnlyIdPair.StartAsync(("Otp__Limits__SendsPerHour", "4"));
        var recipient = Recipients.Mobile();

        var answers = await pair.ManyAsync(60, caller => caller.SendAsync(recipient));

        var sent = answers.Count(answer => answer.Status == HttpStatusCode.OK);
        Assert.InRange(sent, 1, 4);
        Assert.Equal(sent, await pair.DeliveredAsync("+86" + recipient));
        HttpStatusCode[] refusals = [HttpStatusCode.TooManyRequests, HttpStatusCode.ServiceUnavailable];
        Assert.All(
            answers.Where(answer => answer.Status != HttpStatusCode.OK),
            answer => Assert.Contains(answer.Status, refusals));
    }

    private static void AssertRefused(IEnumerable<Answer> answers) => Assert.All(answers, answer =>
    {
        Assert.Contains(answer.Status, Refusals);
        answer.Expect(answer.Status);
        Assert.Equal(answer.Status == HttpStatusCode.ServiceUnavailable, answer.RetryAfter is not null);
    });

    /// <summary>One application at each of two processes.</summary>
    private sealed class OnlyIdPair(AppPair pair, OnlyIdCaller caller) : IAsyncDisposable
    {
        public IReadOnlyList<OnlyIdCaller> Callers { get; } = [.. pair.Apps.Select(app => caller.At(app.Http))];

        public static async Task<OnlyIdPair> StartAsync(params (string Name, string? Value)[] changes)
        {
            var pair = await AppPair.StartAsync(changes);
            return new OnlyIdPair(pair, await new ConsoleCaller(pair.Apps[0].Http, pair.Apps[0].ConsoleKey).CreateAsync());
        }

        public Task<Answer[]> ManyAsync(int count, Func<OnlyIdCaller, Task<Answer>> call) =>
            pair.ManyAsync(count, (_, http) => call(caller.At(http)));

        public Task<int> DeliveredAsync(string to) => pair.DeliveredAsync(to);

        public ValueTask DisposeAsync() => pair.DisposeAsync();
    }
}
