using OtpFunctions.Core.Storage;

namespace OtpFunctions.Core.Captchas;

/// <summary>
/// The captchas of one kind: a row by rand, and a row that leads there from the hash of the right answer. A captcha is
/// new, so its rows are inserted straight away, side by side.
/// </summary>
/// <param name="kind">Keeps the rows of one kind from those of others.</param>
/// <param name="none">What is read where nothing was written.</param>
/// <param name="rows">The rows by rand.</param>
/// <param name="index">The rows by hash.</param>
/// <param name="vault">Makes the keys.</param>
internal sealed class CaptchaRows<TState>(
    string kind, TState none, StateUpdater<TState> rows, StateUpdater<CaptchaIndex> index, CaptchaVault vault)
    where TState : class, ICaptchaState
{
    private static readonly Failure Occupied = new(FailureCode.Contended, TimeSpan.FromSeconds(1));
    private static readonly Failure Unknown = new(FailureCode.CodeRejected);
    private readonly Versioned<TState> _unwritten = new(none, null, []);
    private readonly Versioned<CaptchaIndex> _unindexed = new(CaptchaIndex.None, null, []);

    /// <summary>The key of the row by rand: also where its contents are encrypted for.</summary>
    public string KeyOf(string rand) => vault.KeyOf(kind, rand);

    /// <summary>Keeps a new captcha.</summary>
    /// <param name="rand">What it will be found by.</param>
    /// <param name="answer">Its right answer, as it is hashed.</param>
    /// <param name="lifetime">How long its rows are its own.</param>
    /// <param name="make">Makes the state that ends at this time, Unix milliseconds.</param>
    /// <param name="sms">Makes what the row by hash says of it besides, or null.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The state; or Contended when the rand is that of another that has not expired.</returns>
    public async Task<Result<TState>> KeepAsync(
        string rand,
        string answer,
        TimeSpan lifetime,
        Func<long, TState> make,
        Func<long, SmsState>? sms,
        CancellationToken cancellation)
    {
        var kept = (long)lifetime.TotalMilliseconds;
        var keeping = rows.UpdateAsync<TState>(
            KeyOf(rand),
            _unwritten,
            (found, now, _) => now < found.ExpiresAt ? new(null, Occupied) : Made(make(now + kept)),
            cancellation);
        // Of a rand that turns out to be another's it leads to that one, and what it finds there is compared.
        var indexing = index.UpdateAsync<CaptchaIndex>(
            vault.IndexKeyOf(kind, CaptchaHash.Of(answer, rand)),
            _unindexed,
            (_, now, _) => Made(new CaptchaIndex { Rand = rand, ExpiresAt = now + kept, Sms = sms?.Invoke(now + kept) }),
            cancellation);
        await Task.WhenAll(keeping, indexing);
        return await indexing is { Succeeded: false, Failure: var failure } ? failure : await keeping;
    }

    /// <summary>Applies a rule to the captcha with this rand; what there is none of is the empty state.</summary>
    public Task<Result<T>> UpdateAsync<T>(
        string rand, Func<TState, long, string, Decision<TState, T>> decide, CancellationToken cancellation)
        where T : class => rows.UpdateAsync(KeyOf(rand), decide, cancellation);

    /// <summary>What the hash of a right answer leads to; CodeRejected when that is nothing.</summary>
    public Task<Result<CaptchaIndex>> FindAsync(string hash, CancellationToken cancellation) =>
        index.UpdateAsync<CaptchaIndex>(
            vault.IndexKeyOf(kind, hash),
            (found, _, _) => new(null, found.Rand.Length == 0 ? Unknown : found),
            cancellation);

    private static Decision<T, T> Made<T>(T state)
        where T : class => new(state, state);
}
