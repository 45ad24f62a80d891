using SkiaSharp;

namespace StandIns.Tests.Skia;

/// <summary>What is pooled never shows: the same calls give the same bytes, and what is disposed of is gone.</summary>
public sealed class LifetimeTests
{
    private static readonly byte[][] Expected = [.. Enumerable.Range(0, 4).Select(Picture)];

    [Fact]
    public void The_same_calls_give_the_same_bytes()
    {
        for (var seed = 0; seed < 4; seed++)
            Assert.Equal(Expected[seed], Picture(seed));
        Assert.Equal(4, Expected.Select(Convert.ToHexString).Distinct().Count());
    }

    [Fact]
    public void Surfaces_in_turn_do_not_touch_each_other()
    {
        using var first = Surface(0);
        using var second = Surface(1);
        for (var step = 0; step < 8; step++)
        {
            Step(first.Canvas, 0, step);
            Step(second.Canvas, 1, step);
        }

        Assert.Equal(Expected[0], Sheet.Encoded(first));
        Assert.Equal(Expected[1], Sheet.Encoded(second));
    }

    [Fact]
    public async Task Threads_do_not_touch_each_other()
    {
        var drawn = await Task.WhenAll(Enumerable.Range(0, 64).Select(i => Task.Run(() => Picture(i % 4))));

        Assert.All(drawn.Select((bytes, i) => (bytes, i)), one => Assert.Equal(Expected[one.i % 4], one.bytes));
    }

    [Fact]
    public void A_snapshot_does_not_see_what_is_drawn_later_and_outlives_its_surface()
    {
        var surface = Surface(2);
        using var image = surface.Snapshot();
        var before = Sheet.Encoded(surface);
        surface.Canvas.Clear(new SKColor(1, 2, 3));
        surface.Dispose();
        using var other = Surface(3);

        using var data = image.Encode(SKEncodedImageFormat.Png, 100);

        Assert.Equal(before, data.ToArray());
        Assert.Equal((120, 50), (image.Width, image.Height));
    }

    [Fact]
    public void Data_is_read_three_ways()
    {
        using var surface = Surface(0);
        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Png, 100);
        using var stream = new MemoryStream();
        data.SaveTo(stream);

        Assert.Equal(data.Size, data.AsSpan().Length);
        Assert.Equal(data.ToArray(), data.AsSpan().ToArray());
        Assert.Equal(data.ToArray(), stream.ToArray());
    }

    [Fact]
    public void Disposing_twice_is_harmless_and_gives_nothing_back_twice()
    {
        var surface = Surface(0);
        var image = surface.Snapshot();
        var data = image.Encode(SKEncodedImageFormat.Png, 100);
        var path = SKPath.ParseSvgPathData("M1 1 L5 5");
        var paint = new SKPaint();
        foreach (var one in new IDisposable[] { data, image, surface.Canvas, surface, path, paint })
        {
            one.Dispose();
            one.Dispose();
        }

        // Had a buffer gone back twice, two of these would share it.
        Surfaces_in_turn_do_not_touch_each_other();
        using var a = SKPath.ParseSvgPathData("M1 1 L5 5");
        using var b = SKPath.ParseSvgPathData("M2 2 L6 6");
        Assert.Equal((1, 2), (a.Points[0].X, b.Points[0].X));
    }

    [Fact]
    public void What_is_disposed_of_is_refused()
    {
        var surface = Surface(0);
        var image = surface.Snapshot();
        var data = image.Encode(SKEncodedImageFormat.Png, 100);
        var path = SKPath.ParseSvgPathData("M1 1 L5 5");
        data.Dispose();
        image.Dispose();
        surface.Dispose();
        path.Dispose();

        Assert.Throws<ObjectDisposedException>(() => data.ToArray());
        Assert.Throws<ObjectDisposedException>(() => image.Encode(SKEncodedImageFormat.Png, 100));
        Assert.Throws<ObjectDisposedException>(surface.Snapshot);
        Assert.Throws<ObjectDisposedException>(() => surface.Canvas.Clear(default));
        Assert.Throws<ObjectDisposedException>(() => path.LineTo(1, 1));
    }

    private static byte[] Picture(int seed)
    {
        using var surface = Surface(seed);
        for (var step = 0; step < 8; step++)
            Step(surface.Canvas, seed, step);
        return Sheet.Encoded(surface);
    }

    private static SKSurface Surface(int seed)
    {
        var surface = SKSurface.Create(new SKImageInfo(120, 50));
        surface.Canvas.Clear(new SKColor((byte)(240 + seed), 240, 230));
        return surface;
    }

    private static void Step(SKCanvas canvas, int seed, int step)
    {
        using var paint = step % 2 == 0 ? Sheet.Filled : Sheet.Stroked(2 + seed, SKStrokeCap.Round);
        using var path = SKPath.ParseSvgPathData("M4 2 C14 -4 20 8 12 12 Q2 16 10 22 L4 24 Z");
        paint.Color = new SKColor((byte)(step * 30), (byte)(seed * 50), 90);
        canvas.Save();
        canvas.Translate((step * 12) + seed, 10 + step);
        canvas.RotateDegrees((seed * 7) + (step * 5));
        canvas.DrawPath(path, paint);
        canvas.Restore();
    }
}
