namespace OtpFunctions.Core.Captchas.Drawing;

/// <summary>How far a picture departs from plain type. Lengths are in skeleton units: capitals are 100 high.</summary>
/// <param name="Curves">How many curves run through the text.</param>
/// <param name="LeastTurn">Each glyph is turned by at least so many degrees, to either side.</param>
/// <param name="MostTurn">And by at most so many.</param>
/// <param name="Jitter">How far a point may be off its place.</param>
/// <param name="LeastGap">How far the centre lines of a glyph are at least from those of the one before it.</param>
/// <param name="MostGap">And where they are nearest, at most.</param>
/// <param name="Step">How far a glyph may be above or below the one before it.</param>
/// <param name="Wave">How far the line that the text stands on goes up and down.</param>
internal sealed record Distortion(
    int Curves, float LeastTurn, float MostTurn, float Jitter, float LeastGap, float MostGap, float Step, float Wave)
{
    private static readonly Distortion Low = new(2, 4, 20, 1, 14, 20, 4, 3);
    private static readonly Distortion Normal = new(2, 8, 30, 1.5f, 12, 18, 6, 4);
    private static readonly Distortion High = new(3, 8, 30, 2.5f, 6, 12, 10, 6);

    public static Distortion Of(PictureDifficulty difficulty) => difficulty switch
    {
        PictureDifficulty.Low => Low,
        PictureDifficulty.Normal => Normal,
        PictureDifficulty.High => High,
    };
}
