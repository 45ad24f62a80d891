using OtpFunctions.Benchmarks.Measuring;
using OtpFunctions.Core.Captchas;
using OtpFunctions.Core.Captchas.Drawing;

namespace OtpFunctions.Benchmarks.Captchas;

/// <summary>Pictures in files, for a reader to try its hand at; a line each, with the answer.</summary>
internal sealed class PaintToFiles : ICommand
{
    public string Name => "captcha-files";

    public void Run(Arguments arguments)
    {
        var options = new PictureOptions();
        var painter = new PicturePainter(options);
        for (var number = 0; number < arguments.Count("count"); number++)
        {
            var (text, seed) = Puzzle.Fresh(options);
            var picture = painter.Paint(text, seed);
            var file = Path.Combine(arguments.Text("folder"), $"{number:D4}.png");
            File.WriteAllBytes(file, picture);
            JsonLine.Write(new PictureFile(file, text, picture.Length));
        }
    }
}
