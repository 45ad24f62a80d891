namespace OtpFunctions.Tests.Fixtures;

/// <summary>Two processes on one storage: what holds for one instance must hold for both together.</summary>
public sealed class AppPair : IAsyncDisposable
{
    private AppPair(FunctionApp[] apps) => Apps = apps;

    public IReadOnlyList<FunctionApp> Apps { get; }

    public static async Task<AppPair> StartAsync(params (string Name, string? Value)[] changes)
    {
        var settings = (await AppSettings.FreshAsync()).With(changes);
        return new AppPair(await Task.WhenAll(FunctionApp.StartAsync(settings), FunctionApp.StartAsync(settings)));
    }

    /// <summary>So many calls at once, by turns at each process.</summary>
    public Task<Answer[]> ManyAsync(int count, Func<int, HttpClient, Task<Answer>> call) =>
        Task.WhenAll(Enumerable.Range(0, count).Select(number => call(number, Apps[number % Apps.Count].Http)));

    /// <summary>How many messages to this address went out of both.</summary>
    public async Task<int> DeliveredAsync(string to)
    {
        var count = 0;
        foreach (var app in Apps)
        {
            var path = new Uri($"api/dev/outbox?to={Uri.EscapeDataString(to)}", UriKind.Relative);
            count += (await Answer.ReadAsync(app.Http.GetAsync(path))).Json.GetProperty("list").GetArrayLength();
        }

        return count;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var app in Apps)
            await app.DisposeAsync();
    }
}
