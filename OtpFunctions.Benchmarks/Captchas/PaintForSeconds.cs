using OtpFunctions.Benchmarks.Measuring;
using OtpFunctions.Core.Captchas;
using OtpFunctions.Core.Captchas.Drawing;

namespace OtpFunctions.Benchmarks.Captchas;

/// <summary>Pictures one after the other, each of a fresh text and seed, whose making is measured too.</summary>
internal sealed class PaintForSeconds : ICommand
{
    public string Name => "captcha-speed";

    public void Run(Arguments arguments)
    {
        var options = new PictureOptions();
        var painter = new PicturePainter(options);
        Loop.WarmUp(arguments.Seconds("warm-up"), Paint);
        JsonLine.Write(Loop.For(arguments.Seconds("seconds"), Paint));

        int Paint()
        {
            var (text, seed) = Puzzle.Fresh(options);
            return painter.Paint(text, seed).Length;
        }
    }
}
