using System.Numerics;
using SkiaSharp;

namespace OtpFunctions.Core.Captchas.Drawing;

/// <summary>Draws with glyphs of our own, so that no font needs to be there; docs/decisions/0009.</summary>
internal sealed class PicturePainter(PictureOptions options) : IPicturePainter
{
    private const int SeedSize = 32;
    private const int StreamBlock = 1024;
    private const int BestQuality = 100;

    // Little more than half as long is the longest of 8,000 default pictures, so each is filled up to this, which is under 4 KiB.
    private const int SizeStep = 4000;

    private readonly Distortion _distortion = Distortion.Of(options.Difficulty);
    private readonly SKImageInfo _info = new(options.Width, options.Height);
    private readonly PictureColor _paper = options.ReadPaper();
    private readonly PictureColor[] _inks = options.ReadInks();

    /// <inheritdoc />
    public byte[] Paint(string text, ReadOnlySpan<byte> seed)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        ArgumentOutOfRangeException.ThrowIfNotEqual(seed.Length, SeedSize, nameof(seed));
        var random = new SeedStream(seed, stackalloc byte[StreamBlock]);
        var ink = _inks[random.Below(_inks.Length)];
        using var surface = SKSurface.Create(_info) ?? throw Failed();
        surface.Canvas.Clear(ToSkia(_paper));
        Draw(surface.Canvas, text, ink, ref random);
        using var image = surface.Snapshot();
        using var png = image.Encode(SKEncodedImageFormat.Png, BestQuality) ?? throw Failed();
        return PngSize.Fill(PngShades.Reduce(png.AsSpan(), _paper, ink), SizeStep);
    }

    private void Draw(SKCanvas canvas, string text, PictureColor ink, ref SeedStream random)
    {
        using var pen = new SKPaint
        {
            Color = ToSkia(ink),
            IsAntialias = true,
            Style = SKPaintStyle.Stroke,
            StrokeJoin = SKStrokeJoin.Round,
        };
        var layout = TextLayout.Arrange(text, new Vector2(_info.Width, _info.Height), _distortion, ref random);
        foreach (var glyph in layout.Glyphs)
        {
            using var strokes = new SKPath();
            glyph.AddTo(strokes);
            pen.StrokeCap = glyph.Style.Cap;
            pen.StrokeWidth = glyph.Style.Pen * layout.Scale;
            canvas.DrawPath(strokes, pen);
        }

        DrawCurves(canvas, pen, layout, ref random);
    }

    private void DrawCurves(SKCanvas canvas, SKPaint pen, TextLayout layout, ref SeedStream random)
    {
        using var curves = new SKPath();
        var startsHigh = random.Below(2) == 0;
        for (var i = 0; i < _distortion.Curves; i++)
        {
            InkCurve.AddTo(curves, layout.Frame, _info.Width, startsHigh ^ (i % 2 == 1), ref random);
        }

        pen.StrokeWidth = GlyphSet.Styles[0].Pen * layout.Scale;
        canvas.DrawPath(curves, pen);
    }

    private static SKColor ToSkia(PictureColor color) => new(color.Red, color.Green, color.Blue);

    private static InvalidOperationException Failed() => new("SkiaSharp gave no picture.");
}
