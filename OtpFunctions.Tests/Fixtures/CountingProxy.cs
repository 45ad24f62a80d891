using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace OtpFunctions.Tests.Fixtures;

/// <summary>Stands before the storage, passes everything on, and counts it.</summary>
public sealed class CountingProxy : IAsyncDisposable
{
    private static readonly TimeSpan LongestHold = TimeSpan.FromSeconds(3);
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly HttpMessageInvoker _storage = new(new SocketsHttpHandler());
    private readonly WebApplication _server;
    private readonly Uri _target;
    private Meeting? _meeting;

    private CountingProxy(WebApplication server, Uri target) => (_server, _target) = (server, target);

    public string Address => _server.Urls.Single();

    public static async Task<CountingProxy> StartAsync(Uri storage)
    {
        ArgumentNullException.ThrowIfNull(storage);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var proxy = new CountingProxy(builder.Build(), new Uri(storage.GetLeftPart(UriPartial.Authority)));
        proxy._server.Run(proxy.ForwardAsync);
        await proxy._server.StartAsync();
        return proxy;
    }

    /// <summary>What was asked while <paramref name="call"/> ran: "GET applications", "PUT recipients"...</summary>
    public async Task<IReadOnlyList<string>> CountAsync(Func<Task> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        _requests.Clear();
        await call();
        return [.. _requests.Order(StringComparer.Ordinal)];
    }

    /// <summary>Holds GETs until two are there, or a timeout has passed; true when two were there at once.</summary>
    public async Task<bool> OverlapAsync(Func<Task> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        var meeting = new Meeting();
        _meeting = meeting;
        await call();
        _meeting = null;
        return meeting.Happened;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _storage.Dispose();
    }

    private async Task ForwardAsync(HttpContext context)
    {
        var request = context.Request;
        _requests.Enqueue($"{request.Method} {TableOf(request.Path)}");
        if (_meeting is { } meeting && HttpMethods.IsGet(request.Method))
            await meeting.ArriveAsync(LongestHold);

        var address = new Uri(_target, RawTarget(context));
        using var forward = new HttpRequestMessage(new HttpMethod(request.Method), address);
        if (request.ContentLength > 0)
            forward.Content = new StreamContent(request.Body);

        foreach (var (name, values) in request.Headers)
        {
            if (!forward.Headers.TryAddWithoutValidation(name, values.ToArray()))
                forward.Content?.Headers.TryAddWithoutValidation(name, values.ToArray());
        }

        using var answer = await _storage.SendAsync(forward, context.RequestAborted);
        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers))
        {
            if (name != "Transfer-Encoding")
                context.Response.Headers[name] = values.ToArray();
        }

        await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    // As it was sent: a signature is over the escaped path.
    private static string RawTarget(HttpContext context) =>
        context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;

    private static string TableOf(PathString path) =>
        path.Value!.Contains("recipients", StringComparison.Ordinal) ? "recipients"
        : path.Value.Contains("applications", StringComparison.Ordinal) ? "applications"
        : "tables";

    private sealed class Meeting
    {
        private readonly TaskCompletionSource _both = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _arrived;

        public bool Happened => _both.Task.IsCompleted;

        public async Task ArriveAsync(TimeSpan patience)
        {
            if (Interlocked.Increment(ref _arrived) == 2)
                _both.TrySetResult();

            await Task.WhenAny(_both.Task, Task.Delay(patience));
            Interlocked.Decrement(ref _arrived);
        }
    }
}
