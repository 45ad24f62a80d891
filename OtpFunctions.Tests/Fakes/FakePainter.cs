using System.Collections.Concurrent;
using OtpFunctions.Core.Captchas;

namespace OtpFunctions.Tests.Fakes;

/// <summary>Remembers what it was to draw; each picture begins as a PNG does and is otherwise its own seed. It can fail.</summary>
internal sealed class FakePainter : IPicturePainter
{
    public ConcurrentQueue<(string Text, byte[] Seed)> Painted { get; } = new();

    public Exception? Fault { get; set; }

    /// <summary>What every PNG begins with.</summary>
    public static byte[] Signature { get; } = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public byte[] Paint(string text, ReadOnlySpan<byte> seed)
    {
        if (Fault is { } fault)
            throw fault;

        Painted.Enqueue((text, seed.ToArray()));
        return [.. Signature, .. seed];
    }
}
