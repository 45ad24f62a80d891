using System.Buffers.Binary;
using System.Security.Cryptography;

namespace OtpFunctions.Core.Captchas.Drawing;

/// <summary>
/// Random numbers that a seed fixes: the key stream of AES-256 in counter mode (as AES-GCM makes it), with the seed as the
/// key and a nonce that counts the blocks. A seed is used for one picture, so no nonce comes twice under a key.
/// </summary>
/// <param name="seed">32 random bytes.</param>
/// <param name="block">Where the stream is kept, of any length that is a multiple of 4.</param>
internal ref struct SeedStream(ReadOnlySpan<byte> seed, Span<byte> block)
{
    private const int NonceSize = 12;
    private const int TagSize = 16;

    private readonly ReadOnlySpan<byte> _seed = seed;
    private readonly Span<byte> _block = block;
    private int _left;
    private int _blocks;

    /// <summary>Uniform in [low, high).</summary>
    public float Between(float low, float high) => low + ((high - low) * (Next() >> 8) / (1 << 24));

    /// <summary>Uniform in [-most, most).</summary>
    public float Around(float most) => Between(-most, most);

    /// <summary>Uniform in 0 to bound - 1, but for a bias under bound / 2^32.</summary>
    public int Below(int bound) => (int)(((ulong)Next() * (uint)bound) >> 32);

    private uint Next()
    {
        if (_left == 0)
        {
            Refill();
        }

        var next = BinaryPrimitives.ReadUInt32LittleEndian(_block[^_left..]);
        _left -= sizeof(uint);
        return next;
    }

    private void Refill()
    {
        Span<byte> nonce = stackalloc byte[NonceSize];
        Span<byte> tag = stackalloc byte[TagSize];
        BinaryPrimitives.WriteInt32LittleEndian(nonce, _blocks++);
        _block.Clear();
        using var aes = new AesGcm(_seed, TagSize);
        aes.Encrypt(nonce, _block, _block, tag);
        _left = _block.Length;
    }
}
