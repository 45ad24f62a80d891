using Microsoft.Extensions.Logging.Abstractions;
using OtpFunctions.Core.Captchas;
using OtpFunctions.Tests.Fakes;

namespace OtpFunctions.Tests.Captchas;

public sealed class PictureArtistTests
{
    private const int Texts = 2000;

    [Fact]
    public void Every_symbol_of_the_alphabet_comes_up_about_as_often_and_no_other()
    {
        var options = new PictureOptions();
        var artist = new PictureArtist(new FakePainter(), options, NullLogger<PictureArtist>.Instance);

        var counts = Enumerable.Range(0, Texts)
            .SelectMany(_ => artist.NewText())
            .CountBy(symbol => symbol)
            .ToDictionary();

        // Eight standard deviations: chance alone never gets there.
        var expected = (double)options.Length * Texts / options.Alphabet.Length;
        var far = 8 * Math.Sqrt(expected);
        Assert.Equal(options.SymbolsUpper.Order(), counts.Keys.Order());
        Assert.All(counts.Values, count => Assert.InRange(count, expected - far, expected + far));
    }
}
