using Microsoft.Extensions.Logging.Abstractions;
using OtpFunctions.Core;
using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Codes;
using OtpFunctions.Core.Delivery;
using OtpFunctions.Core.Delivery.Messages;
using OtpFunctions.Core.Limits;
using OtpFunctions.Core.Secrecy;
using OtpFunctions.Core.Storage;

namespace OtpFunctions.Tests.Fakes;

/// <summary>Issuer and verifier over one store, one clock and one fake provider: what most tests of the core need.</summary>
internal sealed class CodeBench
{
    public static CodePolicy Usual { get; } = new() { Lifetime = TimeSpan.FromMinutes(10), MaxFailures = 5 };

    public CodeBench(
        IStateStore<RecipientState> store,
        RecipientLimits? limits = null,
        CodeVault? vault = null,
        MessageOptions? messages = null,
        DestinationOptions? destinations = null,
        bool smsFallsBackToEmail = false)
    {
        Vault = vault ?? NewVault("a");
        Limits = limits ?? new RecipientLimits { SendsPerHour = 100, SendsPerDay = 100, FailuresPerDay = 100 };
        var updater = new StateUpdater<RecipientState>(store, Clock);
        var composer = new MessageComposer(messages ?? new(), Clock);
        var router = new DeliveryRouter(Channel, Channel, composer, Clock, NullLogger<DeliveryRouter>.Instance)
        {
            SmsFallsBackToEmail = smsFallsBackToEmail,
        };
        Budget = new BudgetBench(Counters, Clock, destinations ?? BudgetBench.Wide());
        Issuer = new CodeIssuer(updater, Vault, router, new SendGuards(Limits, Budget.Budget), Journal);
        Verifier = new CodeVerifier(updater, Vault, Limits, Journal);
    }

    public ManualClock Clock { get; } = new();

    public FakeChannel Channel { get; } = new();

    public ListedJournal Journal { get; } = new();

    public RecipientLimits Limits { get; }

    public MemoryBudgetStore Counters { get; } = new();

    public BudgetBench Budget { get; }

    public CodeVault Vault { get; }

    public CodeIssuer Issuer { get; }

    public CodeVerifier Verifier { get; }

    public static CodeUse Use { get; } = new("test", "application");

    public static CodeVault NewVault(params string[] keys) =>
        new(new KeyHasher(Keys.Pepper), new CodeProtector(Keys.Ring(keys)));

    public static Address To(string text) =>
        Address.TryParse(text, out var address) ? address : throw new ArgumentException(text);

    public Task<Result<IssuedCode>> IssueAsync(
        string to = "13612345678", CodePolicy? policy = null, CodeUse? use = null, string? custom = null) =>
        Issuer.IssueAsync(
            new IssueCommand(To(to), use ?? Use, custom),
            Task.FromResult<Result<CodePolicy>>(policy ?? Usual),
            CancellationToken.None);

    public async Task<bool> VerifyAsync(string code, string from = "13612345678", CodeUse? use = null) =>
        (await JudgeAsync(code, from, use)).Succeeded;

    public Task<Result<string>> JudgeAsync(string code, string from = "13612345678", CodeUse? use = null) =>
        Verifier.VerifyAsync(
            new VerifyCommand(To(from), use ?? Use, code), Task.FromResult<Result<string>>("caller"), CancellationToken.None);

    public static string WrongFor(string code) => code == "000000" ? "000001" : "000000";
}
