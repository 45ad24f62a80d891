using System.Diagnostics.CodeAnalysis;

namespace OtpFunctions.Core.Secrecy;

/// <summary>One key of the ring.</summary>
internal sealed class CodeKey
{
    private const int KeySize = 32;
    private const int LongestId = 16;

    private CodeKey(string id, byte[] key) => (Id, Key) = (id, key);

    /// <summary>1 to 16 ASCII letters or digits.</summary>
    public string Id { get; }

    public byte[] Key { get; }

    /// <summary>Reads <c>id:base64;id:base64</c>: ids differ, each key has 32 bytes.</summary>
    public static bool TryParseRing(string? text, [NotNullWhen(true)] out IReadOnlyList<CodeKey>? ring)
    {
        var keys = new List<CodeKey>();
        foreach (var part in (text ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (Parse(part) is not { } key || keys.Exists(other => other.Id == key.Id))
            {
                ring = null;
                return false;
            }

            keys.Add(key);
        }

        ring = keys.Count > 0 ? keys : null;
        return ring is not null;
    }

    private static CodeKey? Parse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var key = new byte[KeySize];
        return colon is > 0 and <= LongestId
            && text.AsSpan(0, colon).IndexOfAnyExcept(AsciiLettersAndDigits) < 0
            && Convert.TryFromBase64String(text[(colon + 1)..], key, out var length)
            && length == KeySize
            && key.AsSpan().IndexOfAnyExcept(key[0]) >= 0
            ? new CodeKey(text[..colon], key)
            : null;
    }

    private static readonly System.Buffers.SearchValues<char> AsciiLettersAndDigits =
        System.Buffers.SearchValues.Create("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
}
