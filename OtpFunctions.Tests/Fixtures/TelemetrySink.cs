using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace OtpFunctions.Tests.Fixtures;

/// <summary>A collector of OTLP over HTTP for one app: keeps every text that it is sent. All of a run share one server.</summary>
public sealed class TelemetrySink
{
    private static readonly ConcurrentDictionary<string, TelemetrySink> Sinks = new(StringComparer.Ordinal);
    private static readonly Lazy<WebApplication> Server = new(Start);
    private static int _count;
    private readonly ConcurrentDictionary<string, bool> _texts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _requests = new(StringComparer.Ordinal);

    private TelemetrySink(Uri endpoint) => Endpoint = endpoint;

    /// <summary>Of the collector; the signals are paths below it.</summary>
    public Uri Endpoint { get; }

    /// <summary>Every text that came, once: names, descriptions, tags and their values.</summary>
    public IEnumerable<string> Texts => _texts.Keys;

    public static TelemetrySink New()
    {
        var name = $"{Interlocked.Increment(ref _count)}";
        return Sinks.GetOrAdd(name, static (name, server) => new(new Uri($"{server.Urls.Single()}/{name}")), Server.Value);
    }

    /// <summary>How many requests came of a signal: <c>metrics</c>, <c>traces</c>.</summary>
    public int RequestsOf(string signal) => _requests.GetValueOrDefault(signal);

    private static WebApplication Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var server = builder.Build();
        server.Urls.Add("http://127.0.0.1:0");
        server.MapPost("/{name}/v1/{signal}", TakeAsync);
        server.Start();
        return server;
    }

    // 200 and an empty message: all was taken.
    private static async Task TakeAsync(HttpContext http, string name, string signal)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        var sink = Sinks[name];
        foreach (var text in Protobuf.TextsIn(body.GetBuffer().AsSpan(0, (int)body.Length)))
            sink._texts[text] = true;

        sink._requests.AddOrUpdate(signal, 1, (_, count) => count + 1);
        http.Response.ContentType = "application/x-protobuf";
    }
}
