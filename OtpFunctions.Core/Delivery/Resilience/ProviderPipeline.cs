using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace OtpFunctions.Core.Delivery.Resilience;

/// <summary>
/// The one policy for a provider's faults: three tries, each with its own time; half of ten or more tries lost within 30
/// seconds end all tries for 15 seconds, then one is let through.
/// </summary>
internal static class ProviderPipeline
{
    private const int Retries = 2;
    private const int FewestTries = 10;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Sample = TimeSpan.FromSeconds(30);

    /// <summary>How long nobody is asked once the breaker opened.</summary>
    public static TimeSpan Break { get; } = TimeSpan.FromSeconds(15);

    /// <summary>Where a call of the pipeline keeps its tries.</summary>
    public static ResiliencePropertyKey<MessageTries> Tries { get; } = new(nameof(MessageTries));

    /// <summary>A new policy, with its own breaker.</summary>
    /// <param name="timeout">Of one try.</param>
    /// <param name="changed">Told when the breaker opens (true) and when it closes again.</param>
    /// <param name="clock">Whose timers are used.</param>
    public static ResiliencePipeline<DeliveryAnswer> New(TimeSpan timeout, Action<bool> changed, TimeProvider clock) =>
        new ResiliencePipelineBuilder<DeliveryAnswer> { TimeProvider = clock }
            .AddRetry(Retry())
            .AddCircuitBreaker(Breaker(changed))
            .AddTimeout(timeout)
            .Build();

    private static RetryStrategyOptions<DeliveryAnswer> Retry() => new()
    {
        MaxRetryAttempts = Retries,
        Delay = FirstPause,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        ShouldHandle = args => ValueTask.FromResult(
            args.Outcome.Result is { } answer
            && args.Context.Properties.TryGetValue(Tries, out var tries)
            && tries.MayFollow(answer)),
        DelayGenerator = args => ValueTask.FromResult(args.Outcome.Result?.RetryAfter),
    };

    private static CircuitBreakerStrategyOptions<DeliveryAnswer> Breaker(Action<bool> changed) => new()
    {
        FailureRatio = 0.5,
        MinimumThroughput = FewestTries,
        SamplingDuration = Sample,
        BreakDuration = Break,
        ShouldHandle = args => ValueTask.FromResult(
            args.Outcome.Result?.Outcome is DeliveryOutcome.Unavailable or DeliveryOutcome.TimedOut),
        OnOpened = _ =>
        {
            changed(true);
            return ValueTask.CompletedTask;
        },
        OnClosed = _ =>
        {
            changed(false);
            return ValueTask.CompletedTask;
        },
    };
}
