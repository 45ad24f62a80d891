using System.Text.Json.Nodes;

namespace OtpFunctions.Tests.Fixtures;

/// <summary>
/// Azure Communication Services as tools/acs emulates it: strict about what it takes, faulty on demand. One process
/// serves all tests that ask for <see cref="StartedAsync"/>; they tell each other apart by their recipients.
/// </summary>
public sealed class AcsEmulator : IAsyncDisposable
{
    /// <summary>The address that mails may come from.</summary>
    public const string Sender = "codes@shop.example";

    /// <summary>The number that text messages may come from.</summary>
    public const string Number = "+12065550123";

    private const string ConnectionLine = "connection ";
    private static readonly Lazy<Task<AcsEmulator>> Started = new(StartAsync);
    private readonly NodeTool _tool;
    private readonly HttpClient _http;

    private AcsEmulator(NodeTool tool)
    {
        _tool = tool;
        _http = new HttpClient { BaseAddress = new Uri(tool.Address) };
        ConnectionString = tool.Lines
            .Single(line => line.StartsWith(ConnectionLine, StringComparison.Ordinal))[ConnectionLine.Length..];
    }

    public string ConnectionString { get; }

    public Uri Endpoint => _http.BaseAddress!;

    public static Task<AcsEmulator> StartedAsync() => Started.Value;

    /// <summary>One more, until it is disposed.</summary>
    public static async Task<AcsEmulator> StartAsync() =>
        new(await NodeTool.StartAsync(Path.Combine("acs", "main.js"), "--sender", Sender, "--number", Number));

    /// <summary>What was taken for this recipient, oldest first.</summary>
    public async Task<IReadOnlyList<AcsMessage>> MessagesToAsync(string address) =>
        (await _http.GetFromJsonAsync<AcsMessage[]>($"control/messages?to={Uri.EscapeDataString(address)}"))!;

    /// <summary>
    /// Something that goes wrong once, or <c>count</c> times: an object as tools/acs/README.md describes it, such as
    /// <c>new { kind = "status", status = 429, match = new { to } }</c>.
    /// </summary>
    public async Task AddFaultAsync(object fault)
    {
        using var answer = await _http.PostAsJsonAsync("control/faults", new[] { fault });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>How often something is still to go wrong for this recipient.</summary>
    public async Task<int> FaultsLeftAsync(string to)
    {
        var faults = await _http.GetFromJsonAsync<JsonArray>("control/faults");
        return faults!.Where(fault => fault!["match"]!["to"]?.GetValue<string>() == to)
            .Sum(fault => fault!["count"]!.GetValue<int>());
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _tool.DisposeAsync();
    }
}
