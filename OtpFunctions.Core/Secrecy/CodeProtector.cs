using System.Security.Cryptography;
using System.Text;

namespace OtpFunctions.Core.Secrecy;

/// <summary>
/// AES-256-GCM over a code or a picture, with where it lies as associated data: moved to another row, use or address it does not
/// open. Layout: length of the key's id, the id, nonce, tag, ciphertext.
/// </summary>
/// <param name="keys">The first encrypts, all decrypt.</param>
internal sealed class CodeProtector(IReadOnlyList<CodeKey> keys)
{
    private static readonly int NonceSize = AesGcm.NonceByteSizes.MaxSize;
    private static readonly int TagSize = AesGcm.TagByteSizes.MaxSize;

    public byte[] Protect(string code, string place) => Protect(Encoding.UTF8.GetBytes(code), place);

    public byte[] Protect(ReadOnlySpan<byte> text, string place)
    {
        var key = keys[0];
        var head = 1 + key.Id.Length;
        var box = new byte[head + NonceSize + TagSize + text.Length];
        box[0] = (byte)key.Id.Length;
        Encoding.ASCII.GetBytes(key.Id, box.AsSpan(1));
        var nonce = box.AsSpan(head, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key.Key, TagSize);
        aes.Encrypt(
            nonce,
            text,
            box.AsSpan(head + NonceSize + TagSize),
            box.AsSpan(head + NonceSize, TagSize),
            Encoding.UTF8.GetBytes(place));
        return box;
    }

    /// <summary>The code, or null when its key is no longer in the ring or it was not made for this place.</summary>
    public string? Unprotect(byte[] box, string place)
    {
        var bytes = UnprotectBytes(box, place);
        return bytes is null ? null : Encoding.UTF8.GetString(bytes);
    }

    /// <summary>The bytes, or null as above.</summary>
    public byte[]? UnprotectBytes(ReadOnlySpan<byte> box, string place)
    {
        var head = box.IsEmpty ? 0 : 1 + box[0];
        if (head == 0 || box.Length < head + NonceSize + TagSize || Find(box[1..head]) is not { } key)
        {
            return null;
        }

        var text = new byte[box.Length - head - NonceSize - TagSize];
        try
        {
            using var aes = new AesGcm(key.Key, TagSize);
            aes.Decrypt(
                box.Slice(head, NonceSize),
                box[(head + NonceSize + TagSize)..],
                box.Slice(head + NonceSize, TagSize),
                text,
                Encoding.UTF8.GetBytes(place));
            return text;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    /// <summary>Whether the box holds this code; the time does not tell how much of it agrees.</summary>
    public bool Matches(byte[] box, string place, string code) =>
        UnprotectBytes(box, place) is { } bytes && CryptographicOperations.FixedTimeEquals(bytes, Encoding.UTF8.GetBytes(code));

    private CodeKey? Find(ReadOnlySpan<byte> id)
    {
        foreach (var key in keys)
        {
            if (Ascii.Equals(id, key.Id))
            {
                return key;
            }
        }

        return null;
    }
}
