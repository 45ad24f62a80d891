using System.Threading.Channels;

namespace StandIns.Tests.Functions.Harness;

// Lets a test see a function begin and decide when it ends.
internal sealed class Gate
{
    private readonly Channel<object?> _entered = Channel.CreateUnbounded<object?>();
    private readonly Channel<bool> _open = Channel.CreateUnbounded<bool>();
    private int _inside;

    public int MostInside { get; private set; }

    public async Task PassAsync(object? what = null, CancellationToken cancellationToken = default)
    {
        MostInside = Math.Max(MostInside, Interlocked.Increment(ref _inside));
        _entered.Writer.TryWrite(what);
        await _open.Reader.ReadAsync(cancellationToken);
        Interlocked.Decrement(ref _inside);
    }

    public ValueTask<object?> EnteredAsync() => _entered.Reader.ReadAsync();

    public void Open() => _open.Writer.TryWrite(true);
}
