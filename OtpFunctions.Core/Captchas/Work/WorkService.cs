using OtpFunctions.Core.Secrecy;
using OtpFunctions.Core.Storage;

namespace OtpFunctions.Core.Captchas.Work;

/// <summary>
/// Challenges that a device solves instead of a person: nothing is to be seen, heard or understood. A challenge is signed
/// and kept nowhere; what is kept is that it was used. Whoever sends rubbish or wrong solutions costs no storage call.
/// </summary>
public sealed class WorkService
{
    internal const int ChallengeLength = WorkTicket.TextLength + SignatureLength;
    private const int SignatureLength = 43;
    private const string Purpose = "captcha work";
    private static readonly Failure Rejected = new(FailureCode.CodeRejected);
    private static readonly Versioned<UsedWork> Unused = new(UsedWork.None, null, []);
    private readonly StateUpdater<UsedWork> _uses;
    private readonly KeyHasher _hasher;
    private readonly WorkOptions _options;
    private readonly TimeProvider _clock;

    internal WorkService(StateUpdater<UsedWork> uses, KeyHasher hasher, WorkOptions options, TimeProvider clock) =>
        (_uses, _hasher, _options, _clock) = (uses, hasher, options, clock);

    /// <summary>A new challenge of the difficulty that is set now.</summary>
    public WorkChallenge Issue()
    {
        var expiresAt = (_clock.GetUtcNow() + TimeSpan.FromMinutes(_options.Minutes)).ToUnixTimeMilliseconds();
        var ticket = WorkTicket.Write(_options.Difficulty, expiresAt);
        return new WorkChallenge(
            ticket + _hasher.Hash(Purpose, ticket), _options.Difficulty, DateTimeOffset.FromUnixTimeMilliseconds(expiresAt));
    }

    /// <summary>Accepts a solved challenge once.</summary>
    /// <param name="challenge">As it was issued.</param>
    /// <param name="solution">1 to 32 of 0-9 and a-z.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>Null: right, and now used. Otherwise CodeRejected, whatever is wrong; or Contended.</returns>
    /// <exception cref="StorageUnavailableException">Whether it was used is not known.</exception>
    public async Task<Failure?> RedeemAsync(string challenge, string solution, CancellationToken cancellation)
    {
        if (!WorkProof.IsSolution(solution)
            || ReadSigned(challenge) is not { } ticket
            || _clock.GetUtcNow().ToUnixTimeMilliseconds() >= ticket.ExpiresAt
            || WorkProof.LeadingZeroBits(challenge, solution) < ticket.Difficulty)
        {
            return Rejected;
        }

        // Nobody but its second user finds a challenge used, so the row is not read but inserted straight away.
        var redeemed = await _uses.UpdateAsync<UsedWork>(
            ticket.Nonce,
            Unused,
            (use, _, _) => use == UsedWork.None
                ? new(new UsedWork { ExpiresAt = ticket.ExpiresAt }, UsedWork.None)
                : new(null, Rejected),
            cancellation);
        return redeemed.Failure;
    }

    private WorkTicket? ReadSigned(string challenge) =>
        challenge is { Length: ChallengeLength }
        && _hasher.Matches(Purpose, challenge[..WorkTicket.TextLength], challenge[WorkTicket.TextLength..])
            ? WorkTicket.Read(challenge.AsSpan(0, WorkTicket.TextLength))
            : null;
}
