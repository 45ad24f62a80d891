using BenchmarkDotNet.Attributes;
using OtpFunctions.Core.Captchas;
using OtpFunctions.Core.Captchas.Drawing;

namespace OtpFunctions.Benchmarks.Captchas;

/// <summary>The painter, as BenchmarkDotNet measures it.</summary>
public class PainterBenchmarks
{
    private static readonly PictureOptions Options = new();

    // Enough of them that none is special, made beforehand so that only painting is measured.
    private readonly Puzzle[] _puzzles = [.. Enumerable.Range(0, 64).Select(_ => Puzzle.Fresh(Options))];
    private readonly PicturePainter _painter = new(Options);
    private int _next;

    /// <summary>One picture of five characters.</summary>
    /// <returns>The PNG.</returns>
    [Benchmark]
    public byte[] Paint()
    {
        var (text, seed) = _puzzles[_next++ % _puzzles.Length];
        return _painter.Paint(text, seed);
    }
}
