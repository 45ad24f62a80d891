using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Codes;
using OtpFunctions.Core.Delivery;
using OtpFunctions.Core.Delivery.Messages;
using OtpFunctions.Core.Directory;
using OtpFunctions.Core.Limits;
using OtpFunctions.Core.Secrecy;
using OtpFunctions.Core.Storage;
using OtpFunctions.Http;
using OtpFunctions.Starlight;
using OtpFunctions.Tests.Fakes;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http.Starlight;

/// <summary>The dialect's own two functions over tables of their own, with a clock moved by hand and one user.</summary>
internal sealed class StarlightBench
{
    private readonly GetInternalVerificationCode _get;
    private readonly CheckVerificationCode _check;
    private readonly CallerDirectory _callers;
    private readonly UserDirectory _users;
    private string _token = "";

    private StarlightBench(Tables tables, StarlightOptions options)
    {
        var hasher = new KeyHasher(Keys.Pepper);
        var recipients = new StateUpdater<RecipientState>(StateTables.Recipients(tables), Clock);
        var vault = CodeBench.NewVault("a");
        var limits = new RecipientLimits { SendsPerHour = 100, SendsPerDay = 100 };
        var router = new DeliveryRouter(
            Channel, Channel, new MessageComposer(new(), Clock), Clock, NullLogger<DeliveryRouter>.Instance);
        var budget = new BudgetBench(StateTables.Budgets(tables), Clock, BudgetBench.Wide()).Budget;
        _users = new UserDirectory(new UserTable(tables), hasher, Clock);
        var bench = new CallerBench(new CallerTable(tables), StateTables.Calls(tables, Clock), Clock);
        _callers = bench.Directory;
        var gate = new StarlightGate(bench.Admission, _users, options, new ClientOptions());
        var guards = new SendGuards(limits, budget);
        _get = new(gate, new CodeIssuer(recipients, vault, router, guards, new ListedJournal()), options);
        _check = new(gate, new CodeVerifier(recipients, vault, limits, new ListedJournal()));
    }

    public ManualClock Clock { get; } = new();

    /// <summary>Where both e-mails and SMS end up.</summary>
    public FakeChannel Channel { get; } = new();

    /// <summary>A user with an e-mail address, or with a phone number.</summary>
    public static async Task<StarlightBench> NewAsync(DeliveryChannel channel, StarlightOptions? options = null)
    {
        var bench = new StarlightBench(await TestTables.NewAsync(), options ?? new());
        bench._token = (await bench._callers.CreateAsync("Test", [StarlightCaller.Permission], default)).Token;
        var isEmail = channel == DeliveryChannel.Email;
        await bench._users.CreateAsync(
            "user", isEmail ? Users.Email("user@example.com") : null, isEmail ? null : Users.Phone(1), default);
        return bench;
    }

    /// <summary>The code, and whether a message went out with it; both as answered and as delivered.</summary>
    public async Task<(string Code, bool Sent)> GetAsync()
    {
        var before = Channel.Sent.Count;
        var spec = (await CallAsync(_get.RunAsync, new() { ["user_name"] = "user" }, 200)).GetProperty("spec");
        var code = spec.GetProperty("verification_code").GetString()!;
        var sent = spec.GetProperty("actually_send").GetBoolean();
        Assert.Equal(before + (sent ? 1 : 0), Channel.Sent.Count);
        Assert.True(!sent || Channel.Sent.Last().Code == code, "Another code was delivered than answered.");
        return (code, sent);
    }

    public async Task<bool> IsRightAsync(string code)
    {
        var body = new JsonObject { ["user_name"] = "user", ["verification_code"] = code };
        return (await CallAsync(_check.RunAsync, body, 200, 10475)).GetProperty("code").GetInt32() == 200;
    }

    /// <summary>The body of a call that the network's window may refuse.</summary>
    public Task<JsonElement> AskAsync(params int[] codes) =>
        CallAsync(_get.RunAsync, new() { ["user_name"] = "user" }, codes);

    private async Task<JsonElement> CallAsync(Func<HttpRequest, Task<IResult>> call, JsonObject body, params int[] codes)
    {
        using var answer = new MemoryStream();
        var http = new DefaultHttpContext();
        http.Connection.RemoteIpAddress = IPAddress.Loopback;
        http.Request.Headers[StarlightCaller.TokenHeader] = _token;
        http.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body.ToJsonString()));
        http.Response.Body = answer;
        await (await call(http.Request)).ExecuteAsync(http);

        Assert.Equal(StatusCodes.Status200OK, http.Response.StatusCode);
        var json = JsonSerializer.Deserialize<JsonElement>(answer.ToArray());
        Assert.Contains(json.GetProperty("code").GetInt32(), codes);
        return json;
    }
}
