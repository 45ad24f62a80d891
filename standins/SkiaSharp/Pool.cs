namespace SkiaSharp;

/// <summary>Things that have grown and are not in use, a few at most; from any thread.</summary>
internal sealed class Pool<T>(int capacity, Func<T> create)
    where T : class
{
    private readonly T?[] _idle = new T?[capacity];

    internal T Rent()
    {
        foreach (ref var place in _idle.AsSpan())
        {
            if (place is not null && Interlocked.Exchange(ref place, null) is { } thing)
                return thing;
        }

        return create();
    }

    internal void Return(T thing)
    {
        foreach (ref var place in _idle.AsSpan())
        {
            if (place is null && Interlocked.CompareExchange(ref place, thing, null) is null)
                return;
        }
    }
}
