namespace SkiaSharp.Raster;

/// <summary>Rasterizers that are not in use, so that a new surface finds lists that have grown already.</summary>
internal static class RasterizerPool
{
    private static readonly Rasterizer?[] Idle = new Rasterizer?[Environment.ProcessorCount];

    internal static Rasterizer Rent()
    {
        for (var i = 0; i < Idle.Length; i++)
        {
            if (Interlocked.Exchange(ref Idle[i], null) is { } rasterizer)
                return rasterizer;
        }

        return new();
    }

    internal static void Return(Rasterizer rasterizer)
    {
        for (var i = 0; i < Idle.Length; i++)
        {
            if (Interlocked.CompareExchange(ref Idle[i], rasterizer, null) is null)
                return;
        }
    }
}
