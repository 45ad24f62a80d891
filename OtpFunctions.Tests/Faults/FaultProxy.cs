using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using OtpFunctions.Tests.Fakes;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Faults;

/// <summary>Stands before the storage and does to each request what the script of its trace says.</summary>
internal sealed class FaultProxy : IAsyncDisposable
{
    /// <summary>With this setting the service carries the trace of a call on to the storage.</summary>
    public static readonly (string Name, string? Value) Tracing =
        ("Logging__LogLevel__Microsoft.AspNetCore.Hosting.Diagnostics", "Critical");

    private readonly ConcurrentDictionary<string, FaultScript> _scripts = new();
    private readonly StorageRelay _storage;
    private StubServer _server = null!;

    private FaultProxy(StorageRelay storage) => _storage = storage;

    /// <summary>How an app reaches the storage through it.</summary>
    public string ConnectionString => Azurite.ConnectionStringTo(_server.Address);

    /// <summary>What requests without a script of their own meet: those of a timer belong to no call.</summary>
    public FaultScript? Others { get; set; }

    public static async Task<FaultProxy> StartAsync()
    {
        var proxy = new FaultProxy(new StorageRelay((await Azurite.StartedAsync()).TableEndpoint));
        proxy._server = await StubServer.StartAsync(proxy.MeetAsync);
        return proxy;
    }

    public void Add(FaultScript script) => _scripts[script.Trace] = script;

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _storage.Dispose();
    }

    private async Task MeetAsync(HttpContext context)
    {
        var script = ScriptOf(context.Request.Headers.TraceParent.ToString()) ?? Others;
        if (script?.Next(StorageRelay.NameOf(context.Request)) is not { } fault)
        {
            await (await _storage.AskAsync(context)).WriteAsync(context);
            return;
        }

        try
        {
            await fault.MeetAsync(context, _storage);
        }
        catch (OperationCanceledException)
        {
            // Who asked waits no longer.
        }
    }

    // 00-TRACE-SPAN-01
    private FaultScript? ScriptOf(string traceparent) =>
        traceparent.Split('-') is [_, var trace, ..] ? _scripts.GetValueOrDefault(trace) : null;
}
