namespace OtpFunctions.Core.Captchas.Drawing;

/// <summary>Which of the 16 shades from paper to ink a colour between them is, by the channel in which they differ most.</summary>
internal readonly struct ShadeTable
{
    private const int Last = 15;

    private readonly int _channel;
    private readonly int _paper;
    private readonly int _ink;

    public ShadeTable(PictureColor paper, PictureColor ink)
    {
        ReadOnlySpan<int> papers = [paper.Red, paper.Green, paper.Blue];
        ReadOnlySpan<int> inks = [ink.Red, ink.Green, ink.Blue];
        for (var i = 1; i < papers.Length; i++)
        {
            _channel = Math.Abs(papers[i] - inks[i]) > Math.Abs(papers[_channel] - inks[_channel]) ? i : _channel;
        }

        (_paper, _ink) = (papers[_channel], inks[_channel]);
    }

    public int Of(ReadOnlySpan<byte> pixel) =>
        Math.Clamp(((2 * Last * (pixel[_channel] - _paper)) + (_ink - _paper)) / (2 * (_ink - _paper)), 0, Last);
}
