using Microsoft.Extensions.Logging;
using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Telemetry;
using Polly;
using Polly.CircuitBreaker;

namespace OtpFunctions.Core.Delivery.Resilience;

/// <summary>One provider of one channel with its retries and its circuit breaker. What it throws is an answer.</summary>
internal sealed partial class ResilientProvider
{
    private readonly IDeliveryChannel _channel;
    private readonly ResiliencePipeline<DeliveryAnswer> _pipeline;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private long _pausedUntil;

    /// <summary>A provider with a policy of its own.</summary>
    /// <param name="channel">Makes one try.</param>
    /// <param name="name">For the log and the health check.</param>
    /// <param name="timeout">Of one try.</param>
    /// <param name="clock">Whose timers are used.</param>
    /// <param name="logger">Hears of what failed.</param>
    public ResilientProvider(
        IDeliveryChannel channel, DeliveryProvider name, TimeSpan timeout, TimeProvider clock, ILogger logger)
    {
        _channel = channel;
        Name = name;
        _clock = clock;
        _logger = logger;
        _pipeline = ProviderPipeline.New(timeout, ChangeBreaker, clock);
    }

    public DeliveryProvider Name { get; }

    /// <summary>
    /// Whether nobody is asked at present. The breaker's own state stays open until somebody asks again; this one ends
    /// by itself, so that an instance without traffic does not report a break that is over.
    /// </summary>
    public bool IsPaused => _clock.GetUtcNow().UtcTicks < Volatile.Read(ref _pausedUntil);

    /// <summary>Tries until it is settled, or time is up.</summary>
    /// <param name="message">What and to whom.</param>
    /// <param name="waitsUntil">No further try is waited for beyond this.</param>
    /// <param name="deadline">Ends the tries.</param>
    public async Task<DeliveryAnswer> DeliverAsync(
        CodeMessage message, DateTimeOffset waitsUntil, CancellationToken deadline)
    {
        var start = Instruments.Deliveries.Begin(_clock);
        using var span = Spans.Delivery(message.To.Channel, Name);
        var tries = new MessageTries(waitsUntil, _clock);
        var context = ResilienceContextPool.Shared.Get(deadline);
        context.Properties.Set(ProviderPipeline.Tries, tries);
        try
        {
            var ended = await _pipeline.ExecuteOutcomeAsync(
                static async (context, call) => Outcome.FromResult(
                    await call.Self.TryAsync(call.Message, call.Tries, context.CancellationToken)),
                context,
                (Self: this, Message: message, Tries: tries));
            if (ended.Exception is BrokenCircuitException open)
            {
                tries.Add(new(DeliveryOutcome.Unavailable) { RetryAfter = open.RetryAfter, Fault = "CircuitOpen" });
            }
            else if (ended.Exception is not OperationCanceledException)
            {
                // Time that is up ends a pause between two tries; nothing else may be thrown here.
                ended.ThrowIfException();
            }
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }

        var sum = tries.Sum;
        span?.SetTag(Tags.Outcome, sum.Outcome.ToString());
        CodeMetrics.Delivered(start, _clock, message.To.Channel, Name, sum.Outcome);
        Log(message.To.Channel, sum);
        return sum;
    }

    private async ValueTask<DeliveryAnswer> TryAsync(
        CodeMessage message, MessageTries tries, CancellationToken cancellation)
    {
        var answer = await AskAsync(message, cancellation);
        tries.Add(answer);
        CodeMetrics.Tried(message.To.Channel, Name, answer.Outcome);
        return answer;
    }

    private async ValueTask<DeliveryAnswer> AskAsync(CodeMessage message, CancellationToken cancellation)
    {
        try
        {
            return await _channel.DeliverAsync(message, cancellation);
        }
#pragma warning disable CA1031 // Whatever a provider's client throws, its next try or the next provider has its turn.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return ProviderFaults.AnswerTo(exception);
        }
    }

    private void Log(DeliveryChannel channel, DeliveryAnswer answer)
    {
        switch (answer.Outcome)
        {
            case DeliveryOutcome.Accepted:
                break;
            case DeliveryOutcome.RecipientRefused:
                LogRecipientRefused(channel, Name, answer.Fault);
                break;
            case DeliveryOutcome.Misconfigured:
                LogServiceRefused(channel, Name, answer.Fault);
                break;
            default:
                LogNotDelivered(channel, Name, answer.Outcome, answer.Fault);
                break;
        }
    }

    private void ChangeBreaker(bool isOpen)
    {
        Volatile.Write(ref _pausedUntil, isOpen ? (_clock.GetUtcNow() + ProviderPipeline.Break).UtcTicks : 0);
        if (isOpen)
        {
            LogBreakerOpened(Name);
        }
        else
        {
            LogBreakerClosed(Name);
        }
    }

    [LoggerMessage(30, LogLevel.Error, "Delivery by {Channel} through {Provider}: {Outcome} {Fault}")]
    private partial void LogNotDelivered(DeliveryChannel channel, DeliveryProvider provider, DeliveryOutcome outcome, string fault);

    [LoggerMessage(
        31,
        LogLevel.Critical,
        "Delivery by {Channel}: {Provider} refuses this service ({Fault}). Its settings are wrong: keys, sender or address")]
    private partial void LogServiceRefused(DeliveryChannel channel, DeliveryProvider provider, string fault);

    [LoggerMessage(32, LogLevel.Information, "Delivery by {Channel}: {Provider} refuses the recipient ({Fault})")]
    private partial void LogRecipientRefused(DeliveryChannel channel, DeliveryProvider provider, string fault);

    [LoggerMessage(33, LogLevel.Error, "{Provider} fails too often: no tries for 15 seconds")]
    private partial void LogBreakerOpened(DeliveryProvider provider);

    [LoggerMessage(34, LogLevel.Warning, "{Provider} answers again")]
    private partial void LogBreakerClosed(DeliveryProvider provider);
}
