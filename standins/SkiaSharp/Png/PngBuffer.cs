using System.Buffers;
using System.Buffers.Binary;

namespace SkiaSharp.Png;

/// <summary>A PNG file as it grows, chunk by chunk, in an array of the shared pool.</summary>
internal sealed class PngBuffer : Stream
{
    private const int FirstCapacity = 4096;
    private const int HeaderLength = 8;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(FirstCapacity);
    private int _length;
    private int _chunk;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => _length;

    public override long Position
    {
        get => _length;
        set => throw new NotSupportedException();
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer) => buffer.CopyTo(Take(buffer.Length));

    public override void WriteByte(byte value) => Take(1)[0] = value;

    internal void WriteNumber(int number) => BinaryPrimitives.WriteInt32BigEndian(Take(4), number);

    /// <summary>Starts a chunk; what is written until <see cref="EndChunk"/> is its data.</summary>
    internal void StartChunk(ReadOnlySpan<byte> type)
    {
        _chunk = _length;
        WriteNumber(0);
        Write(type);
    }

    internal void EndChunk()
    {
        var chunk = _bytes.AsSpan(_chunk, _length - _chunk);
        BinaryPrimitives.WriteInt32BigEndian(chunk, chunk.Length - HeaderLength);
        WriteNumber((int)Crc32.Of(chunk[4..]));
    }

    /// <summary>The file, for its new owner; nothing more can be written.</summary>
    internal SKData Detach()
    {
        var data = new SKData(_bytes, _length);
        _bytes = [];
        _length = 0;
        return data;
    }

    protected override void Dispose(bool disposing)
    {
        if (_bytes.Length > 0)
            ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
        base.Dispose(disposing);
    }

    private Span<byte> Take(int count)
    {
        if (_bytes.Length - _length < count)
            Grow(count);
        var taken = _bytes.AsSpan(_length, count);
        _length += count;
        return taken;
    }

    private void Grow(int count)
    {
        var grown = ArrayPool<byte>.Shared.Rent(Math.Max(_length + count, _bytes.Length * 2));
        _bytes.AsSpan(0, _length).CopyTo(grown);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = grown;
    }
}
