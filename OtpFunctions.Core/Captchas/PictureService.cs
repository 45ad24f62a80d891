using OtpFunctions.Core.Secrecy;
using OtpFunctions.Core.Storage;

namespace OtpFunctions.Core.Captchas;

/// <summary>Pictures to be read by people: each is shown until it was answered, right or wrong, once.</summary>
public sealed class PictureService
{
    // Of 62^5 rands a live one is met once in a blue moon; twice in a row is something else.
    private const int Rounds = 3;
    private static readonly Failure Rejected = new(FailureCode.CodeRejected);
    private readonly CaptchaRows<PictureState> _rows;
    private readonly CaptchaVault _vault;
    private readonly PictureArtist _artist;

    internal PictureService(CaptchaRows<PictureState> rows, CaptchaVault vault, PictureArtist artist) =>
        (_rows, _vault, _artist) = (rows, vault, artist);

    /// <summary>Makes a picture with a text of its own.</summary>
    /// <param name="isNamed">Whether it can be fetched later, by its name.</param>
    /// <param name="lifetime">How long it is shown and may be answered; at exactly this age no longer.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The picture; or PictureFailed, Contended.</returns>
    /// <exception cref="StorageUnavailableException">Nobody can answer it.</exception>
    public async Task<Result<NewPicture>> CreateAsync(bool isNamed, TimeSpan lifetime, CancellationToken cancellation)
    {
        var text = _artist.NewText();
        var painted = _artist.Paint(text);
        if (!painted.Succeeded)
        {
            return painted.Failure;
        }

        for (var round = 1; ; round++)
        {
            var name = RandomId.Hex();
            var picture = new NewPicture(text, isNamed ? name : null, _vault.RandOf(name), painted.Value);
            var kept = await KeepAsync(picture, lifetime, cancellation);
            if (kept.Succeeded || round == Rounds)
            {
                return kept.Select(_ => picture);
            }
        }
    }

    /// <summary>The PNG of a picture that can still be answered.</summary>
    /// <param name="name">What the caller knows it by; may be anything.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>Null when there is none, or it has no name, was answered or has expired: nobody is told which.</returns>
    /// <exception cref="StorageUnavailableException">The storage did not answer, or with a fault.</exception>
    public async Task<byte[]?> FindAsync(string name, CancellationToken cancellation)
    {
        if (!RandomId.IsHex(name))
        {
            return null;
        }

        var rand = _vault.RandOf(name);
        var found = await _rows.UpdateAsync<byte[]>(
            rand,
            (state, now, _) => new(
                null,
                state.IsOpen(now) && _vault.OpenBytes(state.Image, ImagePlaceOf(rand, name)) is { } png ? png : Rejected),
            cancellation);
        return found.Value;
    }

    /// <summary>Judges an answer, letters of either case being the same. Right or wrong, it was the picture's one try.</summary>
    /// <param name="answer">What was read.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>Null: right. Otherwise CodeRejected, whatever is wrong; or Contended.</returns>
    /// <exception cref="StorageUnavailableException">Nothing was judged, or its outcome is not known.</exception>
    public async Task<Failure?> JudgeAsync(CaptchaAnswer answer, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var indexed = answer.IsHashOnly ? await _rows.FindAsync(answer.Hash!, cancellation) : null;
        if (indexed?.Failure is { } unknown)
        {
            return unknown;
        }

        var rand = indexed?.Value!.Rand ?? answer.Rand!;
        var judged = await _rows.UpdateAsync<PictureState>(
            rand,
            (state, now, _) => state.IsOpen(now)
                ? new(state.Spend(), IsRight(state, answer.Folded, rand) ? state : Rejected)
                : new(null, Rejected),
            cancellation);
        return judged.Failure;
    }

    private Task<Result<PictureState>> KeepAsync(NewPicture picture, TimeSpan lifetime, CancellationToken cancellation)
    {
        var answer = CaptchaAnswer.Fold(picture.Code);
        return _rows.KeepAsync(
            picture.Rand,
            answer,
            lifetime,
            end => new PictureState
            {
                Answer = _vault.Seal(answer, AnswerPlaceOf(picture.Rand)),
                Image = picture.Name is { } name ? _vault.Seal(picture.Png.Span, ImagePlaceOf(picture.Rand, name)) : [],
                ExpiresAt = end,
            },
            sms: null,
            cancellation);
    }

    private bool IsRight(PictureState state, CaptchaAnswer answer, string rand) =>
        _vault.Matches(state.Answer, AnswerPlaceOf(rand), answer, rand);

    private string AnswerPlaceOf(string rand) => $"{_rows.KeyOf(rand)}\nanswer";

    // The name is part of the place, so that only who knows it opens the picture: another name of the same rand does not.
    private string ImagePlaceOf(string rand, string name) => $"{_rows.KeyOf(rand)}\nimage\n{name}";
}
