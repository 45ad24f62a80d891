using System.Buffers.Binary;
using System.Security.Cryptography;
using OtpFunctions.Core.Captchas;
using OtpFunctions.Core.Captchas.Drawing;

namespace OtpFunctions.Tests.Captchas.Drawing;

/// <summary>Seeds and texts that look random and are the same on every run.</summary>
internal static class Pictures
{
    public static PicturePainter Painter { get; } = new(new PictureOptions());

    public static byte[] Seed(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        return SHA256.HashData(bytes);
    }

    public static string Text(int number, int length = 5)
    {
        var bytes = SHA256.HashData(Seed(number));
        return string.Create(length, bytes, (text, from) =>
        {
            for (var i = 0; i < text.Length; i++)
                text[i] = GlyphSet.Symbols[from[i] % GlyphSet.Symbols.Length];
        });
    }

    public static byte[] Paint(int number) => Painter.Paint(Text(number), Seed(number));
}
