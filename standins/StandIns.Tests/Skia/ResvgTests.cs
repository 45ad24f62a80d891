using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using OtpFunctions.Tests.Fixtures;
using SkiaSharp;

namespace StandIns.Tests.Skia;

/// <summary>The same shapes drawn by resvg, which has nothing in common with the stand-in.</summary>
public sealed class ResvgTests
{
    private const int Size = 64;
    private const string Glyph = "M12 50 L28 10 H36 L52 50 H44 L40 40 H24 L20 50 Z M27 33 H37 L32 19 Z";
    private const string Bowl = "M16 8 H34 C48 8 52 28 38 31 C56 33 54 56 36 56 H16 Z"
        + "M24 16 V28 H33 Q41 22 33 16 Z M24 36 V48 H35 Q45 42 35 36 Z";

    private const string Swirl = "M6 40 C20 -20 44 80 58 20 S20 10 34 50";
    private const string Zigzag = "M6 50 L18 12 L24 52 L40 14 L58 34 L30 40";
    private const string Rings = "M8 32 a24 20 30 1 0 48 0 a24 20 30 1 0 -48 0 Z"
        + "M20 32 a12 8 0 1 0 24 0 a12 8 0 1 0 -24 0 Z";

    // A level of coverage is 1/15, theirs are 1/16 apart, and only pixels at borders differ: the mean is 0.0028.
    private const double MostMean = 0.008;

    [Fact]
    public async Task Shapes_look_as_another_renderer_draws_them()
    {
        Shape[] shapes =
        [
            new(Glyph),
            new(Bowl),
            new(Bowl, FillType: SKPathFillType.EvenOdd),
            new(Rings),
            new(Rings, FillType: SKPathFillType.EvenOdd),
            new(Swirl),
            .. from path in new[] { Swirl, Zigzag, Glyph, Bowl }
               from width in new[] { 1.5f, 5f, 14f }
               from style in Enumerable.Range(0, 3)
               select new Shape(path, width, (SKStrokeCap)style, (SKStrokeJoin)style),
        ];

        var theirs = await RenderedAsync(shapes.Select(Svg));

        var differences = shapes.Zip(theirs, (shape, alphas) => (shape, Mean: Difference(Drawn(shape), alphas)));
        Assert.All(differences, one => Assert.True(one.Mean < MostMean, $"{one.shape} differs by {one.Mean}"));
    }

    private static double Difference(Sheet ours, byte[] theirs) =>
        ours.Values.Zip(theirs, (value, alpha) => Math.Abs(value - (alpha / 255d))).Average();

    private static Sheet Drawn(Shape shape) => shape.Width > 0
        ? Sheet.Draw(shape.Path, Sheet.Stroked(shape.Width, shape.Cap, shape.Join))
        : Sheet.Draw(shape.Path, Sheet.Filled, shape.FillType);

    private static string Svg(Shape shape)
    {
        var rule = shape.FillType == SKPathFillType.EvenOdd ? "evenodd" : "nonzero";
        var paint = shape.Width > 0
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"fill='none' stroke='black' stroke-width='{shape.Width}' {Ends(shape)}")
            : $"fill-rule='{rule}'";
        return $"<svg xmlns='http://www.w3.org/2000/svg' width='{Size}' height='{Size}'>"
            + $"<path d='{shape.Path}' {paint}/></svg>";
    }

    private static string Ends(Shape shape) =>
        $"stroke-linecap='{Name(shape.Cap)}' stroke-linejoin='{Name(shape.Join)}'";

    private static string Name<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static async Task<byte[][]> RenderedAsync(IEnumerable<string> pictures)
    {
        var tools = await ToolsFolder.InstalledAsync();
        var script = System.IO.Path.Combine(tools, "..", "standins", "StandIns.Tests", "Skia", "resvg.mjs");
        using var node = Process.Start(new ProcessStartInfo("node", [script, tools])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = node.StandardError.ReadToEndAsync();
        var output = node.StandardOutput.ReadToEndAsync();
        await node.StandardInput.WriteAsync(JsonSerializer.Serialize(pictures));
        node.StandardInput.Close();
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, await errors);
        return JsonSerializer.Deserialize<byte[][]>(await output)!;
    }

    private sealed record Shape(
        string Path,
        float Width = 0,
        SKStrokeCap Cap = SKStrokeCap.Butt,
        SKStrokeJoin Join = SKStrokeJoin.Miter,
        SKPathFillType FillType = SKPathFillType.Winding);
}
