using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Delivery;
using OtpFunctions.Core.Limits.Budgets;
using OtpFunctions.Core.Records;
using OtpFunctions.Core.Storage;

namespace OtpFunctions.Core.Codes;

/// <summary>
/// Delivers a code that is reserved: to its recipient, or, when that is a phone that surely got nothing, to the user's
/// own e-mail address where that is allowed. It is one message with one id, whichever way it goes.
/// </summary>
internal sealed class CodeDelivery(
    StateUpdater<RecipientState> recipients,
    CodeVault vault,
    DeliveryRouter deliveries,
    SendGuards guards,
    ISendJournal journal)
{
    /// <summary>The code as it went out; or RecipientRefused, DeliveryFailed, DeliveryTimedOut.</summary>
    /// <param name="command">To whom.</param>
    /// <param name="keys">The recipient's.</param>
    /// <param name="issued">The code, as it is reserved.</param>
    /// <param name="cleared">The rules, and the day's budget that was taken for the recipient.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<Result<IssuedCode>> DeliverAsync(
        IssueCommand command, RecipientKeys keys, IssuedCode issued, Clearance cleared, CancellationToken cancellation)
    {
        using var deadline = deliveries.Begin(cancellation);
        var mailbox = deliveries.FallbackOf(command, cleared.Policy);
        var answer = await deliveries.DeliverAsync(
            command.To, issued, command.Message, deadline, others: mailbox is null ? 0 : 1);
        if (mailbox is not null && answer.IsOpenToAnother
            && await FallBackAsync(command, keys, mailbox, issued, deadline) is { } fellBack)
        {
            cleared.Permit.Value!.Return();
            return fellBack;
        }

        return Note(command, keys, issued, answer);
    }

    // The message's way is written down before it goes it, as its slot was. Null: nothing went out by e-mail either.
    private async Task<Result<IssuedCode>?> FallBackAsync(
        IssueCommand command, RecipientKeys keys, EmailAddress mailbox, IssuedCode issued, DeliveryDeadline deadline)
    {
        if (await TryMarkAsync(keys, mailbox, issued, deadline.Token) is not var (marked, permit))
        {
            return null;
        }

        var answer = await deliveries.DeliverAsync(mailbox, marked, command.Message, deadline);
        deliveries.LogFallback(answer);
        if (answer.Outcome is DeliveryOutcome.Accepted or DeliveryOutcome.TimedOut)
        {
            return Note(command with { To = mailbox }, vault.KeysOf(mailbox), marked, answer);
        }

        permit.Return();
        return null;
    }

    private async Task<(IssuedCode Marked, BudgetPermit Permit)?> TryMarkAsync(
        RecipientKeys keys, EmailAddress mailbox, IssuedCode issued, CancellationToken deadline)
    {
        BudgetPermit? permit = null;
        try
        {
            permit = (await guards.ReserveAsync(mailbox, deadline)).Value;
            var marked = permit is not null && await MarkAsync(keys, issued, deadline);
            if (marked)
            {
                return (issued.AsFellBack(), permit!);
            }
        }
        catch (Exception exception) when (exception is StorageUnavailableException or OperationCanceledException)
        {
            // That no SMS went out is the answer then, and the slot is given back.
        }

        permit?.Return();
        return null;
    }

    // False: the code was superseded meanwhile, and is good for nothing.
    private async Task<bool> MarkAsync(RecipientKeys keys, IssuedCode issued, CancellationToken deadline)
    {
        var marked = await recipients.UpdateAsync<IssuedCode>(
            keys.Row,
            (state, now, _) => state.FallBack(issued.Live.Change, now) is { } next
                ? new(next, issued)
                : new(null, new Failure(FailureCode.DeliveryFailed)),
            deadline);
        return marked.Succeeded;
    }

    private Result<IssuedCode> Note(IssueCommand command, RecipientKeys keys, IssuedCode issued, DeliveryAnswer answer)
    {
        journal.Sent(command, keys, issued.Live, answer.Outcome == DeliveryOutcome.Accepted);
        return answer.Outcome switch
        {
            DeliveryOutcome.Accepted => issued,
            DeliveryOutcome.RecipientRefused => new Failure(FailureCode.RecipientRefused),
            DeliveryOutcome.TimedOut => new Failure(FailureCode.DeliveryTimedOut),
            DeliveryOutcome.Misconfigured or DeliveryOutcome.Throttled or DeliveryOutcome.Unavailable =>
                new Failure(FailureCode.DeliveryFailed, answer.RetryAfter),
        };
    }
}
