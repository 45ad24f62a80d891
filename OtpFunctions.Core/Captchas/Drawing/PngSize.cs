using System.Buffers.Binary;

namespace OtpFunctions.Core.Captchas.Drawing;

/// <summary>
/// Makes pictures equally long, so that the length of one says nothing of its text: a private chunk of zeros, which readers
/// skip (PNG, third edition, 5.4), fills each up to the next multiple of a step.
/// </summary>
internal static class PngSize
{
    // By the case of its letters: ancillary, private, (reserved), safe to copy.
    private static ReadOnlySpan<byte> FillerType => "otPd"u8;

    private const int ChunkOverhead = 12;
    private const int EndLength = ChunkOverhead;

    public static byte[] Fill(ReadOnlySpan<byte> png, int step)
    {
        var least = png.Length + ChunkOverhead;
        var filled = new byte[(least + step - 1) / step * step];
        var body = png[..^EndLength];
        var chunk = filled.AsSpan(body.Length, filled.Length - png.Length);
        body.CopyTo(filled);
        BinaryPrimitives.WriteInt32BigEndian(chunk, chunk.Length - ChunkOverhead);
        FillerType.CopyTo(chunk[4..]);
        BinaryPrimitives.WriteUInt32BigEndian(chunk[^4..], Crc32.Of(chunk[4..^4]));
        png[^EndLength..].CopyTo(filled.AsSpan(filled.Length - EndLength));
        return filled;
    }
}
