using System.Text;

namespace OtpFunctions.Tests.Fixtures;

/// <summary>Reads a message whose schema is not known, as far as its texts go (protobuf.dev/programming-guides/encoding).</summary>
internal static class Protobuf
{
    private const int Varint = 0;
    private const int Fixed64 = 1;
    private const int Delimited = 2;
    private const int Fixed32 = 5;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Every field, at any depth, that can be read as text: rather one too many than a secret too few.</summary>
    public static IReadOnlyList<string> TextsIn(ReadOnlySpan<byte> message)
    {
        var texts = new List<string>();
        return TryRead(message, texts) ? texts : throw new FormatException($"{message.Length} bytes are no message.");
    }

    private static bool TryRead(ReadOnlySpan<byte> message, List<string> texts)
    {
        while (message.Length > 0)
        {
            if (!TryTake(ref message, out var key))
                return false;

            var (type, length) = ((int)(key & 7), 0UL);
            if (type == Delimited ? !TryTake(ref message, out length) : type == Varint && !TryTake(ref message, out _))
                return false;

            var size = type switch { Varint => 0UL, Fixed64 => 8UL, Delimited => length, Fixed32 => 4UL, _ => ulong.MaxValue };
            if (key >> 3 == 0 || size > (ulong)message.Length)
                return false;

            if (type == Delimited)
                Add(message[..(int)size], texts);

            message = message[(int)size..];
        }

        return true;
    }

    // Whether it is text or a message nobody says: both are tried.
    private static void Add(ReadOnlySpan<byte> field, List<string> texts)
    {
        var inner = new List<string>();
        if (TryRead(field, inner))
            texts.AddRange(inner);

        if (TextOf(field) is { Length: > 0 } text)
            texts.Add(text);
    }

    private static string? TextOf(ReadOnlySpan<byte> field)
    {
        try
        {
            var text = Strict.GetString(field);
            return text.Any(char.IsControl) ? null : text;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static bool TryTake(ref ReadOnlySpan<byte> message, out ulong value)
    {
        value = 0;
        for (var shift = 0; shift < 64 && message.Length > 0; shift += 7)
        {
            var next = message[0];
            message = message[1..];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
                return true;
        }

        return false;
    }
}
