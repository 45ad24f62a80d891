using System.Collections.Concurrent;
using OtpFunctions.Core.Delivery;

namespace OtpFunctions.Tests.Fakes;

/// <summary>A provider that answers each try as its script says, the last line again and again.</summary>
internal sealed class ScriptedProvider(params Func<CancellationToken, DeliveryAnswer>[] script) : IDeliveryChannel
{
    private int _tries;

    /// <summary>The id of the message of each try.</summary>
    public ConcurrentQueue<string> Ids { get; } = new();

    public static ScriptedProvider Of(params DeliveryAnswer[] answers) =>
        new([.. answers.Select(answer => new Func<CancellationToken, DeliveryAnswer>(_ => answer))]);

    public static ScriptedProvider Of(params DeliveryOutcome[] outcomes) =>
        Of([.. outcomes.Select(outcome => new DeliveryAnswer(outcome))]);

    public Task<DeliveryAnswer> DeliverAsync(CodeMessage message, CancellationToken cancellation)
    {
        Ids.Enqueue(message.MessageId);
        var line = script[Math.Min(_tries++, script.Length - 1)];
        return Task.FromResult(line(cancellation));
    }
}
