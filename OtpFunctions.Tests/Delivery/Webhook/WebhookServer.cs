using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using OtpFunctions.Core.Delivery.Webhook;
using OtpFunctions.Tests.Fakes;

namespace OtpFunctions.Tests.Delivery.Webhook;

/// <summary>A receiver as docs/delivery.md describes it, faulty on demand. It checks what it is sent.</summary>
internal sealed class WebhookServer : IAsyncDisposable
{
    private static readonly byte[] Key = SHA256.HashData("the key of both sides"u8);
    private StubServer _server = null!;

    /// <summary>Every request whose signature was right, in order.</summary>
    public ConcurrentQueue<JsonObject> Posted { get; } = new();

    /// <summary>What was sent, by the message's id: one that comes again is sent once.</summary>
    public ConcurrentDictionary<string, JsonObject> Sent { get; } = new();

    /// <summary>What the next request meets instead of an answer. True: the message was taken all the same.</summary>
    public (bool Takes, RequestDelegate Answer)? Fault { get; set; }

    public ManualClock Clock { get; } = new();

    public static async Task<WebhookServer> StartAsync()
    {
        var server = new WebhookServer();
        server._server = await StubServer.StartAsync(server.TakeAsync);
        return server;
    }

    public WebhookChannel Connect(bool includeCode = false, string path = "/messages") =>
        WebhookChannel.New(Options(_server.Address + path, includeCode), Clock);

    public static WebhookOptions Options(string url, bool includeCode = false) =>
        new() { Url = new Uri(url), Key = Convert.ToBase64String(Key), IncludeCode = includeCode };

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var buffer = new MemoryStream();
        await context.Request.Body.CopyToAsync(buffer);
        if (!IsSigned(context.Request, buffer.ToArray()))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var message = JsonNode.Parse(buffer.ToArray())!.AsObject();
        Posted.Enqueue(message);
        var (takes, answer) = Fault ?? (true, Taken);
        Fault = null;
        if (takes)
        {
            Sent.TryAdd(message["messageId"]!.GetValue<string>(), message);
        }

        await answer(context);
    }

    private bool IsSigned(HttpRequest request, byte[] body)
    {
        var timestamp = request.Headers["X-Otp-Timestamp"].ToString();
        byte[] signed = [.. Encoding.UTF8.GetBytes(timestamp + "."), .. body];
        return request.Method == "POST"
            && request.ContentType == "application/json; charset=utf-8"
            && timestamp == (Clock.Milliseconds / 1000).ToString(CultureInfo.InvariantCulture)
            && request.Headers["X-Otp-Signature"] == "v1=" + Convert.ToHexStringLower(HMACSHA256.HashData(Key, signed));
    }

    private static Task Taken(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status202Accepted;
        return Task.CompletedTask;
    }
}
