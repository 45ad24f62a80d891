using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using OtpFunctions.Tests.Fakes;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Faults;

/// <summary>
/// A provider that outlives the service (docs/delivery.md): what really went out, in its own order. A message that comes
/// again under its id is sent once.
/// </summary>
internal sealed class MessageLog : IAsyncDisposable
{
    /// <summary>How long the service waits for an answer to one try.</summary>
    public const int TimeoutSeconds = 7;

    private readonly ConcurrentQueue<(string Id, string To, string Code)> _sent = new();
    private readonly ConcurrentDictionary<string, Hold> _holds = new();
    private readonly ConcurrentDictionary<string, bool> _refused = new();
    private readonly Lock _gate = new();
    private StubServer _server = null!;

    private MessageLog()
    {
    }

    /// <summary>What makes an app send through it.</summary>
    public (string Name, string? Value)[] Settings =>
    [
        .. new[] { "Email", "Sms" }.SelectMany(channel => new (string, string?)[]
        {
            ($"Otp__Delivery__{channel}", "Webhook"),
            ($"Otp__Delivery__{channel}Webhook__Url", _server.Address),
            ($"Otp__Delivery__{channel}Webhook__Key", AppSettings.FreshKey()),
            ($"Otp__Delivery__{channel}Webhook__IncludeCode", "true"),
        }),
        ("Otp__Delivery__TimeoutSeconds", $"{TimeoutSeconds}"),
    ];

    public static async Task<MessageLog> StartAsync()
    {
        var log = new MessageLog();
        log._server = await StubServer.StartAsync(log.TakeAsync);
        return log;
    }

    /// <summary>The codes that went out to an address, oldest first.</summary>
    public IReadOnlyList<string> CodesTo(string to)
    {
        var address = AddressOf(to);
        return [.. _sent.Where(message => message.To == address).Select(message => message.Code)];
    }

    /// <summary>How many went out to addresses that begin so.</summary>
    public int CountWith(string prefix) => _sent.Count(message => message.To.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>Takes nothing for this address, or again all.</summary>
    public void Refuse(string to, bool refuses = true) => _refused[AddressOf(to)] = refuses;

    /// <summary>Messages to this address get no answer.</summary>
    public void Add(string to, Hold hold) => _holds[AddressOf(to)] = hold;

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static string AddressOf(string to) =>
        to.Contains('@', StringComparison.Ordinal) || to[0] == '+' ? to : "+86" + to;

    private async Task TakeAsync(HttpContext context)
    {
        var message = (await JsonNode.ParseAsync(context.Request.Body))!;
        string Field(string name) => message[name]!.GetValue<string>();
        var to = Field("to");
        if (_refused.GetValueOrDefault(to))
        {
            context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return;
        }

        if (!_holds.TryRemove(to, out var hold))
        {
            Note(Field("messageId"), to, Field("code"));
            return;
        }

        if (hold.IsAfterwards)
            Note(Field("messageId"), to, Field("code"));

        await Record.ExceptionAsync(() => hold.WaitAsync(context.RequestAborted));
    }

    private void Note(string id, string to, string code)
    {
        lock (_gate)
        {
            if (_sent.All(message => message.Id != id))
                _sent.Enqueue((id, to, code));
        }
    }
}
