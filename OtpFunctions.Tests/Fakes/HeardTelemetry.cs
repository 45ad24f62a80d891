using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using OtpFunctions.Core.Telemetry;

namespace OtpFunctions.Tests.Fakes;

/// <summary>
/// Listens to the service's metrics and traces as far as this test causes them: both are told in the flow of whoever does
/// something, so that what other tests do meanwhile is not heard.
/// </summary>
internal sealed class HeardTelemetry : IDisposable
{
    private readonly AsyncLocal<bool> _isMine = new();
    private readonly ConcurrentQueue<string> _measured = new();
    private readonly MeterListener _metrics = new();
    private readonly ActivityListener _traces;

    public HeardTelemetry()
    {
        _isMine.Value = true;
        _metrics.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == Instruments.Name)
                listener.EnableMeasurementEvents(instrument);
        };
        _metrics.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        _metrics.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        _metrics.Start();
        _traces = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Instruments.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) =>
                _isMine.Value ? ActivitySamplingResult.AllDataAndRecorded : ActivitySamplingResult.None,
            ActivityStopped = activity =>
            {
                if (_isMine.Value)
                    Traces.Enqueue(activity);
            },
        };
        ActivitySource.AddActivityListener(_traces);
    }

    public ConcurrentQueue<Activity> Traces { get; } = new();

    /// <summary>Each measurement as <c>name value tag=value tag=value</c>.</summary>
    public IReadOnlyList<string> All => [.. _measured];

    /// <summary>Those of one instrument, without its name.</summary>
    public IReadOnlyList<string> Of(Instrument instrument) =>
        [.. _measured.Where(line => line.StartsWith(instrument.Name + " ", StringComparison.Ordinal))
            .Select(line => line[(instrument.Name.Length + 1)..])];

    public void Dispose()
    {
        _traces.Dispose();
        _metrics.Dispose();
    }

    private void Add<T>(Instrument instrument, T value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        where T : struct
    {
        if (!_isMine.Value)
            return;

        var text = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{instrument.Name} {value}");
        foreach (var (name, tag) in tags)
            text += $" {name}={tag}";

        _measured.Enqueue(text);
    }
}
