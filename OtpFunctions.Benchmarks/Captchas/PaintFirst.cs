using System.Diagnostics;
using OtpFunctions.Benchmarks.Measuring;
using OtpFunctions.Core.Captchas;
using OtpFunctions.Core.Captchas.Drawing;

namespace OtpFunctions.Benchmarks.Captchas;

/// <summary>The first picture of a process, from the first touch of the painter to the bytes of the PNG.</summary>
internal sealed class PaintFirst : ICommand
{
    public string Name => "captcha-first";

    public void Run(Arguments arguments)
    {
        var options = new PictureOptions();
        var (text, seed) = Puzzle.Fresh(options);
        var cpuBefore = Environment.CpuUsage.TotalTime;
        var clock = Stopwatch.StartNew();
        var picture = new PicturePainter(options).Paint(text, seed);
        var (taken, cpu) = (clock.Elapsed, Environment.CpuUsage.TotalTime - cpuBefore);
        JsonLine.Write(new FirstPicture(taken.TotalMilliseconds, cpu.TotalMilliseconds, picture.Length));
    }
}
