using System.Net;
using System.Security.Cryptography;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Faults;

/// <summary>One call's surroundings: callers from a network of their own, and what was delivered.</summary>
internal sealed class FaultRun : IDisposable
{
    private readonly (string Name, string Value) _network;
    private OnlyIdCaller? _onlyId;
    private StarlightCaller? _starlight;

    public FaultRun(FaultBench bench)
    {
        Bench = bench;
        _network = (FaultBench.AddressHeader, NewNetwork());
        Http = bench.App.NewHttp(_network);
    }

    public FaultBench Bench { get; }

    /// <summary>From the run's network, while all is well.</summary>
    public HttpClient Http { get; private set; }

    public OnlyIdCaller OnlyId => (_onlyId ?? Bench.OnlyId).At(Http);

    public StarlightCaller Starlight => (_starlight ?? Bench.Starlight).At(Http);

    public FresnsCaller Fresns => new(Http);

    public CaptchaCaller Captcha => new(Http, Bench.App.FunctionKey);

    /// <summary>
    /// Makes an application and a caller of its own: the row of one that calls several times at once is read for all of
    /// these calls together, and no script is followed there (docs/decisions/0017).
    /// </summary>
    public async Task TakeOwnCallersAsync()
    {
        _onlyId = await new ConsoleCaller(Bench.App.Http, Bench.App.ConsoleKey).CreateAsync();
        _starlight = await StarlightCaller.NewAsync(Bench.App, StarlightCaller.Permission);
    }

    /// <summary>From the same network, with what a script does.</summary>
    public HttpClient Scripted(FaultScript script)
    {
        Bench.Proxy.Add(script);
        return Bench.App.NewHttp(_network, script.Header);
    }

    /// <summary>The same callers, at the app that runs now.</summary>
    public void Reconnect()
    {
        Http.Dispose();
        Http = Bench.App.NewHttp(_network);
    }

    /// <summary>How many messages went out to an address.</summary>
    public int Delivered(string to) => Bench.Messages.CodesTo(to).Count;

    public void Dispose() => Http.Dispose();

    // Documentation's own /32 of IPv6; the service counts by /64.
    private static string NewNetwork()
    {
        var bytes = RandomNumberGenerator.GetBytes(16);
        (bytes[0], bytes[1], bytes[2], bytes[3]) = (0x20, 0x01, 0x0d, 0xb8);
        return new IPAddress(bytes).ToString();
    }
}
