using OtpFunctions.Core.Addresses;
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
    public Task<Result<TCaller>> VerifyAsync<TCaller>(
        VerifyCommand command, Task<Result<TCaller>> caller, CancellationToken cancellation)
        where TCaller : class
    {
        ArgumentNullException.ThrowIfNull(command);
        var start = Instruments.Verifications.Begin(_recipients.Clock);
        return JudgeAsync(Begin(command, cancellation), caller, start, cancellation);
    }

    /// <summary>
    /// Accepts a code that is right at one of two addresses, which leaves the other as it is. A wrong one is counted at
    /// each at which a code stands.
    /// </summary>
    /// <param name="command">The code, whose and what for.</param>
    /// <param name="other">Whose it may be as well.</param>
    /// <param name="caller">Who asks, and may.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The caller; or CodeRejected, Contended.</returns>
    /// <exception cref="StorageUnavailableException">
    /// Nothing was judged, or its outcome is not known: a wrong code may be counted at one of the two.
    /// </exception>
    /// <typeparam name="TCaller">Whoever asks.</typeparam>
    public async Task<Result<TCaller>> VerifyEitherAsync<TCaller>(
        VerifyCommand command, Address other, TCaller caller, CancellationToken cancellation)
        where TCaller : class
    {
        ArgumentNullException.ThrowIfNull(command);
        var start = Instruments.Verifications.Begin(_recipients.Clock);
        CodeTry[] both = [Begin(command, cancellation), Begin(command with { From = other }, cancellation)];
        var tries = both;
        Result<TCaller>? verified = null;
        try
        {
            await Task.WhenAll(both[0].Reading, both[1].Reading);
            tries = await ChooseAsync(both[0], both[1]);
            verified = await JudgeAsync(tries, caller, cancellation);
            // Right when it was read, and used up by another since: a wrong code, which counts wherever one stands.
            if (verified.Failure?.Code == FailureCode.CodeRejected && await LeftOutAsync(both, tries) is { } left)
            {
                verified = await JudgeAsync([left], caller, cancellation);
            }

            return verified;
        }
        finally
        {
            CodeMetrics.Judged(start, _recipients.Clock, tries[0].Command, verified);
        }
    }

    private async Task<Result<TCaller>> JudgeAsync<TCaller>(
        CodeTry[] tries, TCaller caller, CancellationToken cancellation)
        where TCaller : class
    {
        var asking = Task.FromResult<Result<TCaller>>(caller);
        return Either(await Task.WhenAll(
            Array.ConvertAll(tries, each => JudgeAsync(each, asking, start: null, cancellation))));
    }

    private async Task<CodeTry?> LeftOutAsync(CodeTry[] both, CodeTry[] judged)
    {
        var now = _recipients.Clock.GetUtcNow().ToUnixTimeMilliseconds();
        foreach (var left in both.Except(judged))
        {
            if (Standing((await left.Reading).State, left.Command, left.Keys, now) is not null)
            {
                return left;
            }
        }

        return null;
    }

    private static Result<TCaller> Either<TCaller>(Result<TCaller>[] judged)
        where TCaller : class =>
        Array.Find(judged, each => each.Succeeded)
        ?? Array.Find(judged, each => each.Failure?.Code != FailureCode.CodeRejected)
        ?? judged[0];

    private CodeTry Begin(VerifyCommand command, CancellationToken cancellation)
    {
        var keys = _vault.KeysOf(command.From);
        return new(command, keys, _recipients.ReadAsync(keys.Row, cancellation));
    }

    // Where the code is right; else wherever one stands. Where none does, either will do: its row is written as it is.
    private async Task<CodeTry[]> ChooseAsync(CodeTry one, CodeTry other)
    {
        var now = _recipients.Clock.GetUtcNow().ToUnixTimeMilliseconds();
        var first = Standing((await one.Reading).State, one.Command, one.Keys, now);
        var second = Standing((await other.Reading).State, other.Command, other.Keys, now);
        return first is not null && IsRight(first, one.Command, one.Keys) ? [one]
            : second is not null && IsRight(second, other.Command, other.Keys) ? [other]
            : second is null ? [one]
            : first is null ? [other]
            : [one, other];
    }

    // Without a start it is not counted: two tries are one verification.
    private async Task<Result<TCaller>> JudgeAsync<TCaller>(
        CodeTry guess, Task<Result<TCaller>> caller, long? start, CancellationToken cancellation)
        where TCaller : class
    {
        var (command, keys, reading) = guess;
        (LiveCode Code, long At)? judged = null;
        Result<TCaller>? verified = null;
        try
        {
            verified = await _recipients.UpdateAsync<TCaller, TCaller>(
                keys.Row,
                reading,
                caller,
                (state, asking, now, _) =>
                {
                    judged = null;
                    if (Standing(state, command, keys, now) is not { } live)
                    {
                        // As long as a wrong code takes, which is written: nobody is told by the time whether one stands.
                        return new(state, Rejected, IsIdle: true);
                    }

                    judged = (live, now);
                    return IsRight(live, command, keys)
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

    // The code that may be tried.
    private LiveCode? Standing(RecipientState state, VerifyCommand command, RecipientKeys keys, long now) =>
        state.IsLocked(_limits, now) ? null : state.Find(command.Use.Key, keys.BoundTo, now);

    private bool IsRight(LiveCode live, VerifyCommand command, RecipientKeys keys) =>
        _vault.Matches(live, keys, command.Code);
}
