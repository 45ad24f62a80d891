using System.Diagnostics.Metrics;

namespace OtpFunctions.Core.Telemetry;

/// <summary>Every metric of the service (docs/telemetry.md). While nobody listens, none is recorded.</summary>
internal static class Instruments
{
    /// <summary>What the meter is called, and the source of traces.</summary>
    public const string Name = "OtpFunctions";

    private static readonly Meter Meter = new(Name);

    // From a cached answer to the deadline of a call.
    private static readonly InstrumentAdvice<double> CallSeconds =
        new() { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 7.5, 10, 15] };

    private static readonly InstrumentAdvice<double> RequestSeconds =
        new() { HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 4] };

    private static readonly InstrumentAdvice<double> RunSeconds =
        new() { HistogramBucketBoundaries = [0.1, 0.5, 1, 5, 10, 30, 60, 120, 180, 240] };

    public static Histogram<double> Issues { get; } = Meter.CreateHistogram(
        "otp.issue.duration", "s", "How long it took to send a code, or to find that it is not to be sent.", null, CallSeconds);

    public static Histogram<double> Verifications { get; } = Meter.CreateHistogram(
        "otp.verify.duration", "s", "How long it took to judge a code.", null, CallSeconds);

    public static Histogram<double> Deliveries { get; } = Meter.CreateHistogram(
        "otp.deliver.duration", "s", "How long a provider took for a message, with all its tries.", null, CallSeconds);

    public static Counter<long> Tries { get; } = Meter.CreateCounter<long>(
        "otp.deliver.tries", "{try}", "Tries of messages at providers.");

    public static Counter<long> Refusals { get; } = Meter.CreateCounter<long>(
        "otp.refusals", "{refusal}", "Calls that were answered with a refusal, whatever they were for.");

    public static Counter<long> Captchas { get; } = Meter.CreateCounter<long>(
        "otp.captchas", "{captcha}", "Captchas that were made or answered, those of SMS aside: these are codes.");

    public static Histogram<double> StorageRequests { get; } = Meter.CreateHistogram(
        "otp.storage.duration", "s", "How long the tables took for a request; each retry is one.", null, RequestSeconds);

    public static Histogram<double> Purges { get; } = Meter.CreateHistogram(
        "otp.purge.duration", "s", "How long a run of the purge took.", null, RunSeconds);

    public static Counter<long> PurgedRows { get; } = Meter.CreateCounter<long>(
        "otp.purge.rows", "{row}", "Expired rows that a purge found.");

    public static Counter<long> LostNotes { get; } = Meter.CreateCounter<long>(
        "otp.records.lost", "{note}", "Notes on messages that are in no record.");

    /// <summary>When something begins; nothing is asked of the clock while nobody listens.</summary>
    public static long? Begin(this Histogram<double> histogram, TimeProvider clock) =>
        histogram.Enabled ? clock.GetTimestamp() : null;

    /// <summary>Records how long it took since then.</summary>
    public static void End(this Histogram<double> histogram, long start, TimeProvider clock, in System.Diagnostics.TagList tags) =>
        histogram.Record(clock.GetElapsedTime(start).TotalSeconds, tags);
}
