using System.Net.Http.Headers;

namespace OtpFunctions.Core.Delivery;

/// <summary>
/// What the faults of a provider say about the message: only what was surely not taken may be called Unavailable, for
/// its send is given back.
/// </summary>
internal static class ProviderFaults
{
    /// <summary>The answer to a status that is no success and says nothing of the recipient.</summary>
    public static DeliveryAnswer AnswerTo(int status, TimeSpan? retryAfter) => new(OutcomeOf(status))
    {
        RetryAfter = retryAfter,
        Fault = $"{status}",
    };

    /// <summary>The answer to what a client threw.</summary>
    public static DeliveryAnswer AnswerTo(Exception exception) => new(OutcomeOf(exception))
    {
        Fault = exception.GetType().Name,
    };

    /// <summary>How long a Retry-After header says, or null.</summary>
    public static TimeSpan? Wait(RetryConditionHeaderValue? header, DateTimeOffset now)
    {
        var wait = header?.Delta ?? (header?.Date - now);
        return wait > TimeSpan.Zero ? wait : null;
    }

    // A gateway that waited in vain (504) does not know either.
    private static DeliveryOutcome OutcomeOf(int status) => status switch
    {
        401 or 403 => DeliveryOutcome.Misconfigured,
        429 => DeliveryOutcome.Throttled,
        504 => DeliveryOutcome.TimedOut,
        _ => DeliveryOutcome.Unavailable,
    };

    private static DeliveryOutcome OutcomeOf(Exception exception) => exception switch
    {
        HttpRequestException { HttpRequestError: var error } => WasConnected(error)
            ? DeliveryOutcome.TimedOut
            : DeliveryOutcome.Unavailable,

        // SocketsHttpHandler's ConnectTimeout; any other wait is ended by our own tokens, without an inner exception.
        OperationCanceledException { InnerException: TimeoutException } => DeliveryOutcome.Unavailable,
        OperationCanceledException or IOException => DeliveryOutcome.TimedOut,
        _ => DeliveryOutcome.Unavailable,
    };

    private static bool WasConnected(HttpRequestError error) => error is not (
        HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
        or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError);
}
