using OtpFunctions.Tests.Fakes;

namespace OtpFunctions.Tests.Model;

/// <summary>The clocks of all instances, and what each showed at which step of the run.</summary>
internal sealed class Clocks
{
    public const int Instances = 3;
    private readonly ManualClock _common = new();
    private readonly List<(int Step, long[] Shown)> _shown = [];
    private readonly SkewedClock[] _clocks;
    private int _step;

    public Clocks()
    {
        _clocks = [.. Enumerable.Range(0, Instances).Select(_ => new SkewedClock(_common))];
        Note();
    }

    public SkewedClock this[int instance] => _clocks[instance];

    public int NextStep() => ++_step;

    public void Tick(long by)
    {
        _common.Advance(TimeSpan.FromMilliseconds(by));
        Note();
    }

    public void SetSkew(int instance, long skew)
    {
        _clocks[instance].Skew = skew;
        Note();
    }

    /// <summary>What an instance's clock showed at any time between two steps.</summary>
    public IReadOnlyList<long> Between(int instance, int from, int to) =>
    [
        .. _shown.Where((shown, index) =>
                shown.Step < to && (index == _shown.Count - 1 || _shown[index + 1].Step > from))
            .Select(shown => shown.Shown[instance])
            .Distinct(),
    ];

    private void Note() => _shown.Add((NextStep(), [.. _clocks.Select(clock => clock.Milliseconds)]));
}
