using System.Diagnostics;
using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Codes;
using OtpFunctions.Core.Delivery;

namespace OtpFunctions.Core.Telemetry;

/// <summary>What became of codes and messages, as it is counted and timed.</summary>
internal static class CodeMetrics
{
    /// <summary>A code was asked for.</summary>
    /// <param name="start">When, if somebody listens.</param>
    /// <param name="clock">The time.</param>
    /// <param name="command">For whom and what.</param>
    /// <param name="issued">What became of it; null after an exception.</param>
    public static void Issued(long? start, TimeProvider clock, IssueCommand command, Result<IssuedCode>? issued)
    {
        if (start is { } began)
        {
            Instruments.Issues.End(began, clock, Of(command.Use, command.To, OutcomeOf(issued)));
        }
    }

    /// <summary>A code was typed.</summary>
    /// <param name="start">When, if somebody listens.</param>
    /// <param name="clock">The time.</param>
    /// <param name="command">Whose and what for.</param>
    /// <param name="judged">What became of it; null after an exception.</param>
    public static void Judged<T>(long? start, TimeProvider clock, VerifyCommand command, Result<T>? judged)
        where T : class
    {
        if (start is { } began)
        {
            var outcome = judged is null ? Outcomes.Aborted : judged.Failure?.Code.ToString() ?? Outcomes.Verified;
            Instruments.Verifications.End(began, clock, Of(command.Use, command.From, outcome));
        }
    }

    /// <summary>A provider had a message.</summary>
    /// <param name="start">Since when, if somebody listens.</param>
    /// <param name="clock">The time.</param>
    /// <param name="channel">E-mail or SMS.</param>
    /// <param name="provider">Which.</param>
    /// <param name="outcome">What it made of it.</param>
    public static void Delivered(
        long? start, TimeProvider clock, DeliveryChannel channel, DeliveryProvider provider, DeliveryOutcome outcome)
    {
        if (start is { } began)
        {
            Instruments.Deliveries.End(began, clock, Of(channel, provider, outcome));
        }
    }

    /// <summary>A provider was tried once.</summary>
    public static void Tried(DeliveryChannel channel, DeliveryProvider provider, DeliveryOutcome outcome)
    {
        if (Instruments.Tries.Enabled)
        {
            Instruments.Tries.Add(1, Of(channel, provider, outcome));
        }
    }

    /// <summary>A caller was refused: counted, and told by the trace of the call.</summary>
    /// <param name="dialect">Whose shape the answer has.</param>
    /// <param name="code">Why.</param>
    public static void Refused(string dialect, FailureCode code)
    {
        Spans.Tell(Tags.Outcome, code);
        if (Instruments.Refusals.Enabled)
        {
            Instruments.Refusals.Add(1, new TagList { { Tags.Dialect, dialect }, { Tags.Outcome, code.ToString() } });
        }
    }

    /// <summary>A captcha was made, or answered.</summary>
    /// <param name="captcha">Its kind.</param>
    /// <param name="done">What became of it if it was not refused.</param>
    /// <param name="refusal">Why not.</param>
    public static void Captcha(string captcha, string done, Failure? refusal)
    {
        if (Instruments.Captchas.Enabled)
        {
            var outcome = refusal?.Code.ToString() ?? done;
            Instruments.Captchas.Add(1, new TagList { { Tags.Captcha, captcha }, { Tags.Outcome, outcome } });
        }
    }

    private static string OutcomeOf(Result<IssuedCode>? issued) => issued switch
    {
        null => Outcomes.Aborted,
        { Failure: { } failure } => failure.Code.ToString(),
        { Value.Sent: false } => Outcomes.Repeated,
        { Value.FellBack: true } => Outcomes.FellBack,
        _ => Outcomes.Sent,
    };

    private static TagList Of(CodeUse use, Address whose, string outcome) => new()
    {
        { Tags.Dialect, use.Dialect },
        { Tags.Channel, whose.Channel.ToString() },
        { Tags.Outcome, outcome },
    };

    private static TagList Of(DeliveryChannel channel, DeliveryProvider provider, DeliveryOutcome outcome) => new()
    {
        { Tags.Channel, channel.ToString() },
        { Tags.Provider, provider.ToString() },
        { Tags.Outcome, outcome.ToString() },
    };
}
