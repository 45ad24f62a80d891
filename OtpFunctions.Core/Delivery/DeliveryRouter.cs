using Microsoft.Extensions.Logging;
using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Codes;
using OtpFunctions.Core.Delivery.Messages;

namespace OtpFunctions.Core.Delivery;

/// <summary>Each code in its message to its channel; what is thrown is an outcome, so that the slot is given back.</summary>
internal sealed partial class DeliveryRouter(
    IDeliveryRoute? email,
    IDeliveryRoute? sms,
    MessageComposer composer,
    TimeProvider clock,
    ILogger<DeliveryRouter> logger)
{
    /// <summary>Otp:Delivery:SmsFallsBackToEmail.</summary>
    public bool SmsFallsBackToEmail { get; init; }

    /// <summary>The time for one code, from now on.</summary>
    public DeliveryDeadline Begin(CancellationToken cancellation) => new(clock, cancellation);

    /// <summary>Why nothing can go to this address, or null: to be asked before anything is written.</summary>
    public Failure? RefuseChannel(Address to) => RouteTo(to) is null ? new Failure(FailureCode.ChannelClosed) : null;

    /// <summary>Why this message cannot go to this address, or null: to be asked before anything is written.</summary>
    public Failure? RefuseMessage(Address to, MessageChoice choice) =>
        composer.IsAvailable(choice.Template, to.Channel) ? null : new Failure(FailureCode.TemplateUnavailable);

    /// <summary>Where a code may go that no provider of SMS takes, or null.</summary>
    public EmailAddress? FallbackOf(IssueCommand command, CodePolicy policy) =>
        SmsFallsBackToEmail && command.To is PhoneNumber && policy.Fallback is { } mailbox
        && RefuseMessage(mailbox, command.Message) is null
            ? mailbox
            : null;

    /// <summary>Hands the code to the providers of the address's channel.</summary>
    /// <param name="to">The recipient, or the fall-back.</param>
    /// <param name="issued">The code.</param>
    /// <param name="choice">What the message says.</param>
    /// <param name="deadline">Ends the tries.</param>
    /// <param name="others">How many other ways can be asked.</param>
    public async Task<DeliveryAnswer> DeliverAsync(
        Address to, IssuedCode issued, MessageChoice choice, DeliveryDeadline deadline, int others = 0)
    {
        try
        {
            return RouteTo(to) is { } route
                ? await route.DeliverAsync(composer.Compose(to, issued, choice), deadline, others)
                : DeliveryOutcome.Unavailable;
        }
#pragma warning disable CA1031 // Whatever a provider's client throws, the reservation must be undone.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            // Its message may hold the address: the type says enough.
            LogDeliveryThrew(to.Channel, exception.GetType().Name);
            return ProviderFaults.AnswerTo(exception);
        }
    }

    /// <summary>What an operator sees of a fall-back.</summary>
    public void LogFallback(DeliveryAnswer answer) => LogFellBack(answer.Outcome);

    private IDeliveryRoute? RouteTo(Address to) => to.Channel switch
    {
        DeliveryChannel.Email => email,
        DeliveryChannel.Sms => sms,
    };

    [LoggerMessage(36, LogLevel.Error, "Delivery by {Channel} failed with {Fault}")]
    private partial void LogDeliveryThrew(DeliveryChannel channel, string fault);

    [LoggerMessage(35, LogLevel.Warning, "No provider of SMS took a code: by e-mail it is {Outcome}")]
    private partial void LogFellBack(DeliveryOutcome outcome);
}
