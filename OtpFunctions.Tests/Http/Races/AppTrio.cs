using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http.Races;

/// <summary>Three processes on one storage, with limits that a race soon reaches.</summary>
public sealed class AppTrio : IAsyncLifetime
{
    internal const int SendsPerHour = 7;
    internal const int MaxFailures = 5;
    internal const string NetworkHeader = "X-Race-Network";
    private const int Processes = 3;
    private int _network;

    public IReadOnlyList<FunctionApp> Apps { get; private set; } = [];

    public async Task InitializeAsync()
    {
        if (Deployment.Address is not null)
            return;

        var settings = (await AppSettings.FreshAsync()).With(AppSettings.ManyCalls).With(
            ("Otp__Limits__SendsPerHour", $"{SendsPerHour}"),
            // Every call holds a message of the day's budget until it is answered: the hour is to refuse them.
            ("Otp__Destinations__PerPrefixPerDay", "100000"),
            // One more wrong guess than a code allows would lock the recipient.
            ("Otp__Limits__FailuresPerDay", $"{MaxFailures + 1}"),
            ("Otp__Starlight__MaxFailures", $"{MaxFailures}"),
            ("Otp__Fresns__MaxFailures", $"{MaxFailures}"),
            ("Otp__Captcha__MaxFailures", $"{MaxFailures}"),
            ("Otp__Client__AddressHeader", NetworkHeader));
        Apps = await Task.WhenAll(Enumerable.Range(0, Processes).Select(_ => FunctionApp.StartAsync(settings)));
    }

    public async Task DisposeAsync()
    {
        foreach (var app in Apps)
            await app.DisposeAsync();
    }

    /// <summary>So many calls at once, by turns at each process.</summary>
    internal Task<T[]> ManyAsync<T>(int count, Func<int, HttpClient, Task<T>> call) =>
        Task.WhenAll(Enumerable.Range(0, count).Select(number => call(number, Apps[number % Apps.Count].Http)));

    /// <summary>When messages to this recipient went out of any process, Unix milliseconds.</summary>
    internal async Task<IReadOnlyList<long>> DeliveredAsync(Spelled to)
    {
        var paths = to.Deliveries.Select(address => new Uri($"api/dev/outbox?to={Uri.EscapeDataString(address)}", UriKind.Relative));
        var boxes = await Task.WhenAll(
            from path in paths
            from app in Apps
            select Answer.ReadAsync(app.Http.GetAsync(path)));
        return
        [
            .. boxes.SelectMany(box => box.Json.GetProperty("list").EnumerateArray())
                .Select(message => message.GetProperty("date").GetDateTimeOffset().ToUnixTimeMilliseconds()),
        ];
    }

    /// <summary>A network that nobody else calls from.</summary>
    internal (string Name, string Value) NextNetwork()
    {
        var number = Interlocked.Increment(ref _network);
        return (NetworkHeader, $"198.18.{number / 250}.{number % 250}");
    }
}
