using OtpFunctions.Core.Delivery;
using OtpFunctions.Core.Delivery.Acs;
using OtpFunctions.Tests.Contracts;
using OtpFunctions.Tests.Fakes;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Delivery.Acs;

/// <summary>The contract against the emulator of the service, which counts what it sends.</summary>
public abstract class AcsChannelContract : DeliveryChannelContract
{
    private protected ManualClock Clock { get; } = new();

    private protected AcsEmulator Emulator { get; private set; } = null!;

    private protected AcsOptions Options => new()
    {
        ConnectionString = Emulator.ConnectionString,
        EmailFrom = AcsEmulator.Sender,
        SmsFrom = AcsEmulator.Number,
    };

    private protected sealed override async Task StartAsync() => Emulator = await AcsEmulator.StartedAsync();

    private protected sealed override IDeliveryChannel Reachable() => Connect(Options);

    private protected sealed override IDeliveryChannel Unreachable() =>
        Connect(With("endpoint=http://127.0.0.1:1/;accesskey=" + Convert.ToBase64String(new byte[64])));

    private protected sealed override Task FailAsync(CodeMessage message, int status, int? retryAfter) => retryAfter is null
        ? Emulator.AddFaultAsync(new { kind = "status", status, match = MatchOf(message) })
        : Emulator.AddFaultAsync(new { kind = "status", status, retryAfter, match = MatchOf(message) });

    private protected sealed override Task LoseAnswerAsync(CodeMessage message, bool isDropped) =>
        Emulator.AddFaultAsync(new { kind = isDropped ? "drop" : "silence", match = MatchOf(message) });

    private protected abstract IDeliveryChannel Connect(AcsOptions options);

    private protected AcsOptions With(string connectionString)
    {
        var options = Options;
        options.ConnectionString = connectionString;
        return options;
    }

    private protected static object MatchOf(CodeMessage message) => new { to = message.To.Delivery };
}
