using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using OtpFunctions.Core.Codes;
using OtpFunctions.Core.Delivery;
using OtpFunctions.Core.Delivery.Messages;
using OtpFunctions.Core.Directory;
using OtpFunctions.Core.Limits;
using OtpFunctions.Core.Storage;
using OtpFunctions.Fresns;
using OtpFunctions.Http;
using OtpFunctions.Tests.Fakes;

namespace OtpFunctions.Tests.Fresns;

/// <summary>The dialect's two functions on tables of their own, with a clock moved by hand and a fake provider.</summary>
internal sealed class FresnsBench
{
    private readonly SendVerifyCode _send;
    private readonly CheckVerifyCode _check;
    private readonly Users _users;
    private readonly FresnsOptions _options;
    private readonly DestinationOptions _destinations;

    private FresnsBench(Users users, FresnsOptions options, DestinationOptions destinations)
    {
        (_users, _options, _destinations) = (users, options, destinations);
        Sessions = users.Sessions;
        var limits = new RecipientLimits { SendsPerHour = 100, SendsPerDay = 100, FailuresPerDay = 100 };
        var messages = new MessageOptions();
        var states = StateTables.Recipients(users.Tables);
        var recipients = new StateUpdater<RecipientState>(states, Clock);
        var calls = new StateUpdater<CallTimes>(StateTables.Calls(users.Tables, Clock), Clock);
        var router = new DeliveryRouter(
            Channel, Channel, new MessageComposer(messages, Clock), Clock, NullLogger<DeliveryRouter>.Instance);
        var budget = new BudgetBench(new MemoryBudgetStore(), Clock, destinations).Budget;
        var vault = CodeBench.NewVault("a");
        var rules = new FresnsRules(
            options, new DeliveryOptions { Email = DeliveryProvider.Outbox, Sms = DeliveryProvider.Outbox });
        var gate = new FresnsGate(
            new CallerWindows(calls, users.Hasher), new FresnsAccounts(Sessions), options, new ClientOptions());
        _send = new SendVerifyCode(
            gate,
            rules,
            new RecipientFinder(users.Directory, new RecipientTable(users.Tables, states), users.Hasher),
            new CodeIssuer(recipients, vault, router, new SendGuards(limits, budget), new ListedJournal()),
            messages);
        _check = new CheckVerifyCode(new CodeVerifier(recipients, vault, limits, new ListedJournal()), messages);
    }

    public ManualClock Clock => _users.Clock;

    public FakeChannel Channel { get; } = new();

    public SessionDirectory Sessions { get; }

    public UserDirectory Directory => _users.Directory;

    /// <summary>The code of the newest message.</summary>
    public string Code => Channel.Sent.Last().Code;

    public static async Task<FresnsBench> NewAsync(FresnsOptions? options = null, DestinationOptions? destinations = null) =>
        new(
            await Users.NewAsync(),
            options ?? new FresnsOptions { CallsPerMinute = 1000 },
            destinations ?? BudgetBench.Wide());

    /// <summary>Another instance of the service, which knows nothing yet.</summary>
    public FresnsBench Another() => new(_users, _options, _destinations);

    /// <summary>Rows of recipients.</summary>
    public int CountRecipients() => _users.Tables.Recipients.Query<Azure.Data.Tables.TableEntity>("RowKey eq 'state'").Count();

    /// <summary>A request about an address: its type and countryCode are those of the address.</summary>
    public static JsonObject About(string account) => account.Contains('@', StringComparison.Ordinal)
        ? new() { ["type"] = "email", ["account"] = account, ["templateId"] = 7 }
        : new() { ["type"] = "sms", ["account"] = account, ["countryCode"] = 86, ["templateId"] = 7 };

    public Task<FresnsAnswer> SendAsync(
        string account, int useType = 5, int templateId = 7, params (string Name, string Value)[] headers)
    {
        var body = About(account);
        body["useType"] = useType;
        body["templateId"] = templateId;
        return CallAsync(_send.RunAsync, body, headers);
    }

    public Task<FresnsAnswer> CheckAsync(string account, string code)
    {
        var body = About(account);
        body["verifyCode"] = code;
        return CallAsync(_check.RunAsync, body, []);
    }

    private static async Task<FresnsAnswer> CallAsync(
        Func<HttpRequest, Task<IResult>> function, JsonObject body, (string Name, string Value)[] headers)
    {
        var context = new DefaultHttpContext();
        context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body.ToJsonString()));
        foreach (var (name, value) in headers)
        {
            context.Request.Headers[name] = value;
        }

        using var answer = new MemoryStream();
        context.Response.Body = answer;
        await (await function(context.Request)).ExecuteAsync(context);
        var json = JsonSerializer.Deserialize<JsonElement>(answer.ToArray());
        return new(json.GetProperty("code").GetInt32(), context.Response.Headers.RetryAfter);
    }
}
