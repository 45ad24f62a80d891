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
        await using var pair = await AppPair.StartAsync();
        var recipient = Recipients.Mobile();
        var code = await pair.Callers[0].CodeAsync(recipient);

        var answers = await pair.ManyAsync(200, caller => caller.VerifyAsync(recipient, code));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
        AssertRefused(answers.Where(answer => answer.Status != HttpStatusCode.OK));
    }

    [LocalFact]
    public async Task After_300_parallel_wrong_guesses_the_right_code_is_dead()
    {
        await using var pair = await AppPair.StartAsync();
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
        await using var pair = await AppPair.StartAsync(("Otp__Limits__SendsPerHour", "4"));
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

    private sealed class AppPair : IAsyncDisposable
    {
        private readonly FunctionApp[] _apps;

        private AppPair(FunctionApp[] apps, OnlyIdCaller caller) =>
            (_apps, Callers) = (apps, [.. apps.Select(app => caller.At(app.Http))]);

        /// <summary>One application, at each process.</summary>
        public IReadOnlyList<OnlyIdCaller> Callers { get; }

        public static async Task<AppPair> StartAsync(params (string Name, string? Value)[] changes)
        {
            var settings = (await AppSettings.FreshAsync()).With(changes);
            var apps = await Task.WhenAll(FunctionApp.StartAsync(settings), FunctionApp.StartAsync(settings));
            return new AppPair(apps, await new ConsoleCaller(apps[0].Http, apps[0].ConsoleKey).CreateAsync());
        }

        public Task<Answer[]> ManyAsync(int count, Func<OnlyIdCaller, Task<Answer>> call) =>
            Task.WhenAll(Enumerable.Range(0, count).Select(number => call(Callers[number % Callers.Count])));

        public async Task<int> DeliveredAsync(string to)
        {
            var count = 0;
            foreach (var app in _apps)
            {
                var path = new Uri($"api/dev/outbox?to={Uri.EscapeDataString(to)}", UriKind.Relative);
                count += (await Answer.ReadAsync(app.Http.GetAsync(path))).Json.GetProperty("list").GetArrayLength();
            }

            return count;
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var app in _apps)
                await app.DisposeAsync();
        }
    }
}
