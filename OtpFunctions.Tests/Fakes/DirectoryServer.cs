using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using OtpFunctions.Core.Directory;

namespace OtpFunctions.Tests.Fakes;

/// <summary>A system elsewhere that knows users: a real server, which checks what it is asked with.</summary>
internal sealed class DirectoryServer : IAsyncDisposable
{
    private static readonly byte[] Key = SHA256.HashData("the key of both sides"u8);
    private readonly WebApplication _app;

    private DirectoryServer(WebApplication app) => _app = app;

    /// <summary>What was asked, in order: path and query as they came.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    /// <summary>Whether each question was signed as it must be.</summary>
    public ConcurrentQueue<bool> Signed { get; } = new();

    public ManualClock Clock { get; } = new();

    /// <summary>What it answers; by default, that it knows nobody.</summary>
    public Func<HttpContext, Task> Answer { get; set; } = context =>
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    };

    public static async Task<DirectoryServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var server = new DirectoryServer(app);
        app.Run(server.TakeAsync);
        await app.StartAsync();
        return server;
    }

    /// <summary>A directory that asks it.</summary>
    public HttpUserDirectory Connect(string path = "/users", int timeoutSeconds = 10) => HttpUserDirectory.New(
        new DirectoryOptions
        {
            Kind = DirectoryKind.Http,
            Url = new Uri(_app.Urls.Single() + path),
            Key = Convert.ToBase64String(Key),
            TimeoutSeconds = timeoutSeconds,
        },
        Clock);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    private Task TakeAsync(HttpContext context)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var timestamp = context.Request.Headers["X-Otp-Timestamp"].ToString();
        var text = Encoding.UTF8.GetBytes($"GET\n{target}\n{timestamp}");
        Asked.Enqueue(target);
        Signed.Enqueue(
            timestamp == $"{Clock.Milliseconds / 1000}"
            && context.Request.Headers["X-Otp-Signature"] == Convert.ToHexStringLower(HMACSHA256.HashData(Key, text)));
        return Answer(context);
    }
}
