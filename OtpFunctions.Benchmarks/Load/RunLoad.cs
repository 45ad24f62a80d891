using System.Diagnostics;
using System.Globalization;
using OtpFunctions.Benchmarks.Measuring;

namespace OtpFunctions.Benchmarks.Load;

/// <summary>
/// Puts a load on a server: <c>--scenario get --url URL</c>, <c>pair --plan FILE</c> or <c>replay --plan FILE</c>, with
/// <c>--concurrency N --warm-up SECONDS --seconds SECONDS</c>, or <c>--count N</c> operations in place of seconds, and
/// perhaps <c>--pids N,N</c>, processes to be watched meanwhile.
/// </summary>
internal sealed class RunLoad : ICommand
{
    // For a count: whatever hangs longer is broken.
    private static readonly TimeSpan Forever = TimeSpan.FromMinutes(10);

    public string Name => "load";

    public void Run(Arguments arguments) => RunAsync(arguments).GetAwaiter().GetResult();

    private static async Task RunAsync(Arguments arguments)
    {
        var size = arguments.Count("concurrency");
        using var http = Client(size);
        var crowd = new Crowd(ScenarioOf(arguments), http, size);
        await crowd.RunAsync(arguments.Seconds("warm-up"));
        JsonLine.Write(await MeasureAsync(arguments, crowd));
    }

    private static IScenario ScenarioOf(Arguments arguments) => arguments.Text("scenario") switch
    {
        "get" => new GetScenario(new Uri(arguments.Text("url"))),
        "replay" => new ReplayScenario(ReplayPlan.Read(arguments.Text("plan"))),
        "pair" => new InTurn([.. PairPlan.Read(arguments.Text("plan")).Select(plan => new PairScenario(plan))]),
        var other => throw new ArgumentException($"'{other}' is no scenario", nameof(arguments)),
    };

    // Nothing of a browser: no cookies, no redirects, no proxy, no trace; a connection for each who asks.
    private static HttpMessageInvoker Client(int connections) => new(new SocketsHttpHandler
    {
        UseCookies = false,
        UseProxy = false,
        AllowAutoRedirect = false,
        ActivityHeadersPropagator = null,
        // A replay asks twice at a time.
        MaxConnectionsPerServer = 2 * connections,
        PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
    });

    private static async Task<LoadResult> MeasureAsync(Arguments arguments, Crowd crowd)
    {
        var watches = Pids(arguments).Select(pid => new ProcessWatch(pid)).ToArray();
        var cpuBefore = Environment.CpuUsage.TotalTime;
        var clock = Stopwatch.StartNew();
        var taken = arguments.Has("count")
            ? await crowd.RunAsync(Forever, arguments.Count("count"))
            : await crowd.RunAsync(arguments.Seconds("seconds"));
        var (wall, cpu) = (clock.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - cpuBefore).TotalSeconds);
        var processes = await Task.WhenAll(watches.Select(watch => watch.EndAsync()));
        return new LoadResult(taken.Count, wall, taken.Count / wall, Latency.Of(taken), cpu, cpu / wall, processes);
    }

    private static IEnumerable<int> Pids(Arguments arguments) => arguments.Has("pids")
        ? arguments.Text("pids").Split(',').Select(pid => int.Parse(pid, CultureInfo.InvariantCulture))
        : [];
}
