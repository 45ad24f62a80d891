using System.Security.Cryptography;
using Microsoft.Extensions.Logging;

namespace OtpFunctions.Core.Captchas;

/// <summary>Thinks of a text and has it drawn.</summary>
internal sealed partial class PictureArtist(
    IPicturePainter painter, PictureOptions options, ILogger<PictureArtist> logger)
{
    private const int SeedBytes = 32;

    /// <summary>Each symbol of the alphabet is equally likely.</summary>
    public string NewText() => RandomNumberGenerator.GetString(options.SymbolsUpper, options.Length);

    /// <summary>The PNG; or PictureFailed.</summary>
    public Result<byte[]> Paint(string text)
    {
        Span<byte> seed = stackalloc byte[SeedBytes];
        RandomNumberGenerator.Fill(seed);
        try
        {
            return painter.Paint(text, seed);
        }
#pragma warning disable CA1031 // Whatever a native library throws, the dialect has an answer for it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            // Its message may hold the text: the type says enough.
            LogPictureFailed(exception.GetType().Name);
            return new Failure(FailureCode.PictureFailed);
        }
    }

    [LoggerMessage(40, LogLevel.Error, "A picture could not be made: {Fault}")]
    private partial void LogPictureFailed(string fault);
}
