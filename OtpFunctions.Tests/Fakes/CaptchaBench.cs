using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using OtpFunctions.Core;
using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Captchas;
using OtpFunctions.Core.Codes;
using OtpFunctions.Core.Delivery;
using OtpFunctions.Core.Delivery.Messages;
using OtpFunctions.Core.Limits;
using OtpFunctions.Core.Secrecy;
using OtpFunctions.Core.Storage;

namespace OtpFunctions.Tests.Fakes;

/// <summary>Pictures and SMS codes over tables of their own, with a clock moved by hand.</summary>
internal sealed class CaptchaBench
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    public CaptchaBench(
        Tables tables, string? alphabet = null, ILogger<PictureArtist>? logger = null, params string[] keys)
    {
        Tables = tables;
        var (hasher, ring) = (new KeyHasher(Keys.Pepper), new CodeProtector(Keys.Ring(keys is [] ? ["a"] : keys)));
        Vault = new CaptchaVault(hasher, ring);
        var options = new PictureOptions();
        options.Alphabet = alphabet ?? options.Alphabet;
        Rows = RowsOf("picture", PictureState.None, StateTables.Pictures(tables));
        Pictures = new PictureService(
            Rows, Vault, new PictureArtist(Painter, options, logger ?? NullLogger<PictureArtist>.Instance));
        var recipients = new StateUpdater<RecipientState>(StateTables.Recipients(tables), Clock);
        var codes = new CodeVault(hasher, ring);
        var limits = new RecipientLimits { SendsPerHour = 100, SendsPerDay = 100, FailuresPerDay = 100 };
        var router = new DeliveryRouter(
            Channel, Channel, new MessageComposer(new(), Clock), Clock, NullLogger<DeliveryRouter>.Instance);
        var budget = new BudgetBench(StateTables.Budgets(tables), Clock, BudgetBench.Wide()).Budget;
        var journal = new ListedJournal();
        Sms = new SmsService(
            RowsOf("sms", SmsState.None, StateTables.SmsCodes(tables)),
            Vault,
            new CodeIssuer(recipients, codes, router, new SendGuards(limits, budget), journal),
            new CodeVerifier(recipients, codes, limits, journal));
    }

    public Tables Tables { get; }

    public ManualClock Clock { get; } = new();

    public FakePainter Painter { get; } = new();

    public FakeChannel Channel { get; } = new();

    public CaptchaVault Vault { get; }

    public CaptchaRows<PictureState> Rows { get; }

    public PictureService Pictures { get; }

    public SmsService Sms { get; }

    public static PhoneNumber Phone { get; } = Users.Phone(1);

    /// <summary>As the dialect's, without windows.</summary>
    public static CodePolicy Policy { get; } = new() { Length = 5, Lifetime = Lifetime, MaxFailures = 5 };

    public static CaptchaAnswer Hash(string answer, string rand, bool withRand = true) =>
        CaptchaAnswer.TryOfHash(CaptchaHash.Of(answer, rand), withRand ? rand : null, out var hash)
            ? hash
            : throw new InvalidOperationException();

    public async Task<NewPicture> PictureAsync(bool isNamed = true) =>
        (await Pictures.CreateAsync(isNamed, Lifetime, default)).Value!;

    /// <summary>Whether it was right; refused, it must be as any wrong answer is.</summary>
    public async Task<bool> IsRightAsync(CaptchaAnswer answer) => IsRight(await Pictures.JudgeAsync(answer, default));

    public Task<bool> IsRightAsync(string code, string rand) => IsRightAsync(CaptchaAnswer.OfCode(code, rand));

    public async Task<NewSmsCode> SendAsync(PhoneNumber? to = null) =>
        (await Sms.SendAsync(to ?? Phone, Policy, default)).Value!;

    public async Task<bool> IsRightSmsAsync(CaptchaAnswer answer) => IsRight(await Sms.JudgeAsync(answer, default));

    public Task<bool> IsRightSmsAsync(string title, string rand) => IsRightSmsAsync(CaptchaAnswer.OfCode(title, rand));

    private static bool IsRight(Failure? failure)
    {
        Assert.True(failure is null || failure == new Failure(FailureCode.CodeRejected), $"{failure}");
        return failure is null;
    }

    private CaptchaRows<TState> RowsOf<TState>(string kind, TState none, IStateStore<TState> store)
        where TState : class, ICaptchaState => new(
            kind,
            none,
            new StateUpdater<TState>(store, Clock),
            new StateUpdater<CaptchaIndex>(StateTables.CaptchaIndex(Tables), Clock),
            Vault);
}
