using System.Buffers;

namespace SkiaSharp;

/// <summary>Bytes in a pooled array: a span taken from them ends with <see cref="Dispose"/>.</summary>
public sealed class SKData : IDisposable
{
    private readonly int _length;
    private byte[]? _bytes;

    /// <summary>Takes the array, which is rented from the shared pool.</summary>
    internal SKData(byte[] bytes, int length)
    {
        _bytes = bytes;
        _length = length;
    }

    public long Size => _length;

    public ReadOnlySpan<byte> AsSpan()
    {
        ObjectDisposedException.ThrowIf(_bytes is null, this);
        return _bytes.AsSpan(0, _length);
    }

    public byte[] ToArray() => AsSpan().ToArray();

    public void SaveTo(Stream target)
    {
        ArgumentNullException.ThrowIfNull(target);
        target.Write(AsSpan());
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _bytes, null) is { } bytes)
            ArrayPool<byte>.Shared.Return(bytes);
    }
}
