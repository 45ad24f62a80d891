using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace OtpFunctions.Tests.Fakes;

/// <summary>Listens to all of the process: what other tests do meanwhile is heard too, and holds none of these secrets.</summary>
internal sealed class AllTelemetry : IDisposable
{
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly ActivityListener _traces;
    private readonly MeterListener _metrics = new();

    public AllTelemetry()
    {
        AppContext.SetSwitch("Azure.Experimental.EnableActivitySource", true);
        _traces = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Add,
        };
        ActivitySource.AddActivityListener(_traces);
        _metrics.InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument);
        Hear<byte>();
        Hear<short>();
        Hear<int>();
        Hear<long>();
        Hear<float>();
        Hear<double>();
        Hear<decimal>();
        _metrics.Start();
    }

    public IReadOnlyCollection<string> Lines => _lines;

    public void Dispose()
    {
        _traces.Dispose();
        _metrics.Dispose();
    }

    private void Add(Activity activity)
    {
        _lines.Enqueue($"trace {activity.Source.Name} {activity.OperationName} {activity.DisplayName} {activity.StatusDescription}");
        foreach (var tag in activity.TagObjects.Concat(activity.Baggage.Select(pair => new KeyValuePair<string, object?>(pair.Key, pair.Value))))
            _lines.Enqueue($"trace {tag.Key}={tag.Value}");

        foreach (var happened in activity.Events)
            _lines.Enqueue($"trace {happened.Name} {string.Join(' ', happened.Tags.Select(tag => $"{tag.Key}={tag.Value}"))}");
    }

    private void Hear<T>()
        where T : struct => _metrics.SetMeasurementEventCallback<T>((instrument, value, tags, _) =>
    {
        _lines.Enqueue($"metric {instrument.Meter.Name} {instrument.Name} {value}");
        foreach (var tag in tags)
            _lines.Enqueue($"metric {tag.Key}={tag.Value}");
    });
}
