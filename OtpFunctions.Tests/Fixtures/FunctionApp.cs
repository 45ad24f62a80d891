using System.Text.RegularExpressions;

namespace OtpFunctions.Tests.Fixtures;

/// <summary>
/// The app on a real socket, as its callers see it. A process of its own, ended with SIGINT when disposed; or the
/// deployed service that OTP_BASE_URL names.
/// </summary>
public sealed partial class FunctionApp : IAsyncDisposable
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);
    private readonly AppProcess? _process;
    private bool _isKilled;

    private FunctionApp(AppProcess? process, Uri address, string consoleKey, string functionKey)
    {
        _process = process;
        Secrets = process?.Secrets ?? new SecretBook();
        BaseAddress = address;
        ConsoleKey = consoleKey;
        FunctionKey = functionKey;
        Secrets.Add(consoleKey);
        Secrets.Add(functionKey);
        Http = NewHttp();
    }

    public Uri BaseAddress { get; }

    public string ConsoleKey { get; }

    /// <summary>What functions of that level are called with; a process of our own asks for one only where it is set.</summary>
    public string FunctionKey { get; }

    /// <summary>Remembers the secrets of all that goes through it.</summary>
    public HttpClient Http { get; }

    /// <summary>What must never be printed: the app's own secrets, and what went through <see cref="Http"/>.</summary>
    public SecretBook Secrets { get; }

    public AppOutput Output =>
        _process?.Output ?? throw new InvalidOperationException("A deployed app has no output here.");

    /// <summary>What it sends to a collector.</summary>
    public TelemetrySink Telemetry =>
        _process?.Telemetry ?? throw new InvalidOperationException("A deployed app sends nothing here.");

    /// <summary>The process whose one child the app is.</summary>
    public int ProcessId =>
        _process?.Id ?? throw new InvalidOperationException("A deployed app has no process here.");

    /// <summary>The deployed service when there is one, else a new process with usual settings.</summary>
    public static async Task<FunctionApp> StartSharedAsync() => Deployment.Address is { } address
        ? new FunctionApp(null, address, Deployment.ConsoleKey, Deployment.FunctionKey)
        : await StartAsync((await AppSettings.FreshAsync()).With(AppSettings.ManyCalls));

    public static async Task<FunctionApp> StartAsync(Dictionary<string, string?> settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var process = AppProcess.Start(settings);
        var found = await process.Output.FindAsync(HealthLine(), StartPatience);
        if (found is null)
        {
            await process.DisposeAsync();
            throw new InvalidOperationException($"The app did not start:\n{process.Output.Text}");
        }

        // It listens on 127.0.0.1 and says localhost, which may mean ::1 first.
        var port = int.Parse(found.Groups["port"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
        return new FunctionApp(
            process,
            new Uri($"http://127.0.0.1:{port}/"),
            settings[AppSettings.ConsoleKey]!,
            settings.GetValueOrDefault(AppSettings.HostKey) ?? "no-key-is-asked-for");
    }

    /// <summary>One more client, whose every call has these headers.</summary>
    public HttpClient NewHttp(params (string Name, string Value)[] headers)
    {
        var http = new HttpClient(new RecordingHandler(Secrets, new SocketsHttpHandler()))
        {
            BaseAddress = BaseAddress,
            Timeout = TimeSpan.FromSeconds(60),
        };
        foreach (var (name, value) in headers ?? [])
            http.DefaultRequestHeaders.Add(name, value);

        return http;
    }

    /// <summary>Ends the process in the midst of what it does, as a crash or a host that takes an instance away.</summary>
    public async Task KillAsync()
    {
        _isKilled = true;
        await _process!.KillAsync();
    }

    /// <summary>Ends the process; everything it printed is there then.</summary>
    public async Task StopAsync()
    {
        if (_process is not null && !_isKilled)
            Assert.Equal(0, await _process.StopAsync());
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (_process is null)
            return;

        await using (_process)
        {
            await StopAsync();
        }
    }

    [GeneratedRegex(@"Health: \[GET\] http://localhost:(?<port>\d+)/api/health$")]
    private static partial Regex HealthLine();
}
