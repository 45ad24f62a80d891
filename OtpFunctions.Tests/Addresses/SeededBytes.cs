using System.Buffers.Binary;
using System.Security.Cryptography;

namespace OtpFunctions.Tests.Addresses;

/// <summary>Bytes that look random and are the same on every run: SHA-256 of a seed and a counter.</summary>
internal sealed class SeededBytes(int seed)
{
    private int _blocks;
    private byte[] _block = [];
    private int _used;

    public int Next(int bound) => (Byte() | (Byte() << 8) | (Byte() << 16)) % bound;

    public string Text(string alphabet, int maxLength) =>
        string.Create(Next(maxLength + 1), alphabet, (text, from) =>
        {
            for (var i = 0; i < text.Length; i++)
                text[i] = from[Next(from.Length)];
        });

    public string Utf16(int maxLength) =>
        string.Create(Next(maxLength + 1), this, (text, bytes) =>
        {
            for (var i = 0; i < text.Length; i++)
                text[i] = (char)bytes.Next(char.MaxValue + 1);
        });

    private byte Byte()
    {
        if (_used == _block.Length)
        {
            Span<byte> input = stackalloc byte[8];
            BinaryPrimitives.WriteInt32LittleEndian(input, seed);
            BinaryPrimitives.WriteInt32LittleEndian(input[4..], _blocks++);
            _block = SHA256.HashData(input);
            _used = 0;
        }

        return _block[_used++];
    }
}
