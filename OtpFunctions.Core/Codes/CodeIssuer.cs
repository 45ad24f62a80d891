using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Delivery;
using OtpFunctions.Core.Records;
using OtpFunctions.Core.Secrecy;
using OtpFunctions.Core.Storage;
using OtpFunctions.Core.Telemetry;

namespace OtpFunctions.Core.Codes;

/// <summary>Issues codes: reserve (one conditional write), deliver, and give back what surely was not delivered.</summary>
public sealed class CodeIssuer
{
    private readonly StateUpdater<RecipientState> _recipients;
    private readonly CodeVault _vault;
    private readonly DeliveryRouter _deliveries;
    private readonly CodeDelivery _delivery;
    private readonly SendGuards _guards;

    internal CodeIssuer(
        StateUpdater<RecipientState> recipients,
        CodeVault vault,
        DeliveryRouter deliveries,
        SendGuards guards,
        ISendJournal journal)
    {
        _recipients = recipients;
        _vault = vault;
        _deliveries = deliveries;
        _guards = guards;
        _delivery = new CodeDelivery(recipients, vault, deliveries, guards, journal);
    }

    /// <summary>Begins to read the row of a recipient to whom a code will supposedly go.</summary>
    /// <param name="to">Who that would be.</param>
    /// <param name="cancellation">Ends the read.</param>
    public RecipientRead BeginReading(Address to, CancellationToken cancellation)
    {
        var row = _vault.KeysOf(to).Row;
        return new(row, _recipients.ReadAsync(row, cancellation));
    }

    /// <summary>Sends a code, new or still good, as the policy says.</summary>
    /// <param name="command">To whom and what for.</param>
    /// <param name="policy">The rules, read beside the recipient; a refusal there is the answer.</param>
    /// <param name="cancellation">Ends the wait. A message that is already reserved is given back all the same.</param>
    /// <returns>
    /// The code; or the policy's refusal, ChannelClosed, TemplateUnavailable, DestinationRefused, BudgetSpent,
    /// TooOften, DayLimitReached, RecipientRefused, DeliveryFailed, DeliveryTimedOut, Contended.
    /// </returns>
    /// <exception cref="StorageUnavailableException">Nothing was sent.</exception>
    public async Task<Result<IssuedCode>> IssueAsync(
        IssueCommand command, Task<Result<CodePolicy>> policy, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(command);
        var start = Instruments.Issues.Begin(_recipients.Clock);
        var clearing = _guards.ClearAsync(command.To, policy, cancellation);
        Result<IssuedCode>? issued = null;
        try
        {
            return issued = await IssueAsync(command, clearing, cancellation);
        }
        finally
        {
            if (issued is null || !MayArrive(issued))
            {
                await ReturnAsync(clearing);
            }

            CodeMetrics.Issued(start, _recipients.Clock, command, issued);
        }
    }

    private static bool MayArrive(Result<IssuedCode> issued) =>
        issued.Succeeded ? issued.Value.Sent : issued.Failure.Code == FailureCode.DeliveryTimedOut;

    // No message went out, for whatever reason: it is not counted in the day's budget.
    private static async Task ReturnAsync(Task<Result<Clearance>> clearing)
    {
        await ((Task)clearing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (clearing.IsCompletedSuccessfully)
        {
            (await clearing).Value?.Permit.Value?.Return();
        }
    }

    private async Task<Result<IssuedCode>> IssueAsync(
        IssueCommand command, Task<Result<Clearance>> clearing, CancellationToken cancellation)
    {
        var keys = _vault.KeysOf(command.To);
        LiveCode? previous = null;
        var issued = await _recipients.UpdateAsync(
            keys.Row,
            command.Begun?.Of(keys.Row) ?? _recipients.ReadAsync(keys.Row, cancellation),
            clearing,
            (state, cleared, now, change) =>
            {
                previous = state.Find(command.Use.Key, keys.BoundTo, now);
                return Decide(command, keys, cleared, state, previous, now, change);
            },
            cancellation);
        if (!issued.Succeeded || !issued.Value.Sent)
        {
            return issued;
        }

        var delivered = await _delivery.DeliverAsync(
            command, keys, issued.Value, (await clearing).Value!, cancellation);
        if (!MayArrive(delivered))
        {
            await GiveBackAsync(keys, issued.Value.Live.Change, previous, cancellation);
        }

        return delivered;
    }

    private Decision<RecipientState, IssuedCode> Decide(
        IssueCommand command,
        RecipientKeys keys,
        Clearance cleared,
        RecipientState state,
        LiveCode? previous,
        long now,
        string change)
    {
        if (_deliveries.RefuseChannel(command.To) is { } closed)
        {
            return new(null, closed);
        }

        var policy = cleared.Policy;
        var unavailable = _deliveries.RefuseMessage(command.To, command.Message);
        var sends = state.SendsOf(command.Use.Dialect);
        var reusable = command.CustomCode is null && previous?.Failures < policy.MaxFailures ? previous : null;
        if (reusable is not null && unavailable is null && policy.Repeats(reusable, sends, now)
            && _vault.Open(reusable, keys) is { } standing)
        {
            return new(null, new IssuedCode(standing, reusable, sent: false));
        }

        // In Fresns' order: too often, then the destination, then the template.
        var tooOften = state.RefuseSend(policy, _guards.Limits, sends, now);
        if ((tooOften ?? cleared.Permit.Failure ?? unavailable) is { } refusal)
        {
            return new(null, refusal);
        }

        var again = reusable is not null && policy.Reuse.IsWhileValid ? _vault.Open(reusable, keys) : null;
        var code = again ?? command.CustomCode ?? CodeGenerator.Generate(policy.Alphabet, policy.Length);
        var live = again is not null
            ? reusable! with
            {
                ExpiresAt = policy.ExpiryOf(sends, now),
                MaxFailures = policy.MaxFailures,
                Change = change,
                MessageId = RandomId.OrderedUuid(now),
                FellBack = false,
            }
            : new LiveCode
            {
                Use = command.Use.Key,
                BoundTo = keys.BoundTo,
                Sealed = _vault.Seal(code, keys, command.Use.Key),
                CreatedAt = now,
                ExpiresAt = policy.ExpiryOf(sends, now),
                MaxFailures = policy.MaxFailures,
                Change = change,
                Maker = change,
                MessageId = RandomId.OrderedUuid(now),
            };
        return new(state.Reserve(live, command.Use.Dialect, now), new IssuedCode(code, live, sent: true));
    }

    // The caller's deadline may have ended the delivery; the slot goes back in any case, but nobody waits longer for it.
    private async Task GiveBackAsync(
        RecipientKeys keys, string reserved, LiveCode? previous, CancellationToken cancellation)
    {
        var giving = _recipients.UpdateAsync<string>(
            keys.Row,
            (state, now, _) => new(state.GiveBack(reserved, previous, now), reserved),
            CancellationToken.None);
        await ((Task)giving).WaitAsync(cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (giving.IsCompleted)
        {
            await giving;
        }
    }
}
