using OtpFunctions.Core.Captchas.Drawing;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Captchas.Drawing;

/// <summary>docs/img/captcha-pictures.png shows what is drawn today. OTP_UPDATE_DOCS=1 writes it anew.</summary>
public sealed class ContactSheetTests
{
    private const string Sheet = "docs/img/captcha-pictures.png";

    // Rasterisers differ at the edges of a stroke, and by less than half of its darkness.
    private const int Half = 110;
    private const double MostFlipped = 0.002;

    [Fact]
    public void The_contact_sheet_in_docs_is_of_this_drawing()
    {
        var sheet = new ContactSheet();
        if (Environment.GetEnvironmentVariable("OTP_UPDATE_DOCS") == "1")
        {
            System.IO.Directory.CreateDirectory(Path.GetDirectoryName(Repository.PathOf(Sheet))!);
            File.WriteAllBytes(Repository.PathOf(Sheet), sheet.ToPng());
        }

        var committed = PngImage.Read(File.ReadAllBytes(Repository.PathOf(Sheet)));

        Assert.NotNull(committed);
        Assert.Equal((ContactSheet.Width, ContactSheet.Height), (committed.Width, committed.Height));
        Assert.InRange(Flipped(sheet.Pixels, committed.Rows), 0, MostFlipped);
    }

    [Fact]
    public void Another_drawing_is_told_from_it()
    {
        var sheet = new ContactSheet();
        var other = sheet.Pixels.ToArray();

        // One picture less: its 160 x 60 pixels white, in a sheet of 680 x 680.
        for (var y = 8; y < 68; y++)
            other.AsSpan((y * (1 + (3 * ContactSheet.Width))) + 1 + (3 * 8), 3 * 160).Fill(255);

        Assert.True(Flipped(sheet.Pixels, other) > MostFlipped);
    }

    private static double Flipped(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        Assert.Equal(one.Length, other.Length);
        var flipped = 0;
        for (var i = 0; i < one.Length; i++)
            flipped += Math.Abs(one[i] - other[i]) > Half ? 1 : 0;
        return (double)flipped / one.Length;
    }
}
