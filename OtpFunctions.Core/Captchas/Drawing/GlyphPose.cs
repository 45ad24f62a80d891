using System.Numerics;

namespace OtpFunctions.Core.Captchas.Drawing;

/// <summary>How one glyph stands.</summary>
/// <param name="Turn">Degrees, clockwise.</param>
/// <param name="Shear">How far the top leans to the left, in heights.</param>
/// <param name="Width">Times its own.</param>
/// <param name="Height">Times its own.</param>
internal readonly record struct GlyphPose(float Turn, float Shear, float Width, float Height)
{
    private const float MostShear = 0.06f;

    public static GlyphPose Draw(ref SeedStream random, Distortion distortion)
    {
        var turn = random.Between(distortion.LeastTurn, distortion.MostTurn);
        return new GlyphPose(
            random.Below(2) == 0 ? turn : -turn,
            random.Around(MostShear),
            random.Between(0.85f, 1.0f),
            random.Between(1.2f, 1.4f));
    }

    public Matrix3x2 ToMatrix() =>
        new Matrix3x2(Width, 0, Shear * Height, Height, 0, 0) * Matrix3x2.CreateRotation(Turn * MathF.PI / 180);
}
