using OtpFunctions.Core.Limits;
using OtpFunctions.Core.Records;
using OtpFunctions.Core.Storage;
using OtpFunctions.Core.Telemetry;

namespace OtpFunctions.Core.Codes;

/// <summary>Judges codes: one conditional write counts the try and, when it is right, uses the code up.</summary>
public sealed class CodeVerifier
{
    private static readonly Failure Rejected = new(FailureCode.CodeRejected);
    private readonly StateUpdater<RecipientState> _recipients;
    private readonly CodeVault _vault;
    private readonly RecipientLimits _limits;

    private readonly ISendJournal _journal;

    internal CodeVerifier(
        StateUpdater<RecipientState> recipients, CodeVault vault, RecipientLimits limits, ISendJournal journal)
    {
        _journal = journal;
        _recipients = recipients;
        _vault = vault;
        _limits = limits;
    }

    /// <summary>Accepts a right code once.</summary>
    /// <param name="command">The code, whose and what for.</param>
    /// <param name="caller">The caller's right to ask, read beside the recipient; a refusal there is the answer.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The caller; or its refusal, CodeRejected, Contended.</returns>
    /// <exception cref="StorageUnavailableException">Nothing was judged, or its outcome is not known.</exception>
    /// <typeparam name="TCaller">Whoever asks.</typeparam>
    public async Task<Result<TCaller>> VerifyAsync<TCaller>(
        VerifyCommand command, Task<Result<TCaller>> caller, CancellationToken cancellation)
        where TCaller : class
    {
        ArgumentNullException.ThrowIfNull(command);
        var start = Instruments.Verifications.Begin(_recipients.Clock);
        var keys = _vault.KeysOf(command.From);
        (LiveCode Code, long At)? judged = null;
        Result<TCaller>? verified = null;
        try
        {
            verified = await _recipients.UpdateAsync<TCaller, TCaller>(
                keys.Row,
                _recipients.ReadAsync(keys.Row, cancellation),
                caller,
                (state, asking, now, _) =>
                {
                    judged = null;
                    if (state.Find(command.Use.Key, keys.BoundTo, now) is not { } live || state.IsLocked(_limits, now))
                    {
                        // As long as a wrong code takes, which is written: nobody is told by the time whether one stands.
                        return new(state, Rejected, IsIdle: true);
                    }

                    judged = (live, now);
                    return _vault.Matches(live, keys, command.Code)
                        ? new(command.KeepsCode ? null : state.Consume(live, now), asking)
                        : new(state.Fail(live, now), Rejected);
                },
                cancellation);
        }
        finally
        {
            CodeMetrics.Judged(start, _recipients.Clock, command, verified);
        }

        if (judged is var (code, at) && verified.Failure is null or { Code: FailureCode.CodeRejected })
        {
            _journal.Judged(command, code, verified.Succeeded, at);
        }

        return verified;
    }
}
