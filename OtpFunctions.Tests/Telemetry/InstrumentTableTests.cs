using System.Diagnostics.Metrics;
using OtpFunctions.Core.Telemetry;

namespace OtpFunctions.Tests.Telemetry;

/// <summary>docs/telemetry.md lists the metrics that there are, and their names are as OpenTelemetry's.</summary>
public sealed class InstrumentTableTests
{
    // What each is recorded with: CodeMetricsTests, DeliveryMetricsTests and StorageMetricsTests see that it is.
    private static readonly Dictionary<string, string[]> TagsOf = new()
    {
        ["otp.issue.duration"] = [Tags.Dialect, Tags.Channel, Tags.Outcome],
        ["otp.verify.duration"] = [Tags.Dialect, Tags.Channel, Tags.Outcome],
        ["otp.deliver.duration"] = [Tags.Channel, Tags.Provider, Tags.Outcome],
        ["otp.deliver.tries"] = [Tags.Channel, Tags.Provider, Tags.Outcome],
        ["otp.refusals"] = [Tags.Dialect, Tags.Outcome],
        ["otp.captchas"] = [Tags.Captcha, Tags.Outcome],
        ["otp.storage.duration"] = [Tags.Table, Tags.Operation, Tags.Outcome],
        ["otp.purge.duration"] = [Tags.Outcome],
        ["otp.purge.rows"] = [Tags.Outcome],
        ["otp.records.lost"] = [],
    };

    [Fact]
    public void The_table_of_metrics_is_that_of_the_meter() => GeneratedTable.AssertIsIn(
        "metrics",
        [
            "| metric | kind | unit | tags | what it is |",
            "|---|---|---|---|---|",
            .. Published().Select(instrument =>
                $"| `{instrument.Name}` | {KindOf(instrument)} | `{instrument.Unit}` "
                + $"| {string.Join(", ", TagsOf[instrument.Name].Select(tag => $"`{tag}`"))} | {instrument.Description} |"),
        ]);

    [Fact]
    public void Every_metric_has_a_name_a_unit_and_a_description()
    {
        var published = Published();

        Assert.Equal(TagsOf.Keys.Order(StringComparer.Ordinal), published.Select(instrument => instrument.Name));
        Assert.All(published, instrument =>
        {
            Assert.Matches(@"^otp(\.[a-z]+)+\z", instrument.Name);
            Assert.Matches(KindOf(instrument) == "histogram" ? @"^s\z" : @"^\{[a-z]+\}\z", instrument.Unit);
            Assert.Matches(@"^[A-Z].*\.\z", instrument.Description);
        });
    }

    [Fact]
    public void Buckets_of_seconds_rise_to_what_ends_the_wait()
    {
        Assert.Equal(15, Longest(Instruments.Issues));
        Assert.Equal(15, Longest(Instruments.Verifications));
        Assert.Equal(4, Longest(Instruments.StorageRequests));
        Assert.Equal(240, Longest(Instruments.Purges));
    }

    private static double Longest(Histogram<double> histogram)
    {
        var bounds = histogram.Advice!.HistogramBucketBoundaries!;
        Assert.Equal(bounds.Order().Distinct(), bounds);
        return bounds[^1];
    }

    private static string KindOf(Instrument instrument) => instrument switch
    {
        Histogram<double> => "histogram",
        Counter<long> => "counter",
        _ => throw new InvalidOperationException($"{instrument.Name} is of no kind that the table knows."),
    };

    private static List<Instrument> Published()
    {
        var found = new List<Instrument>();
        // Not before they are used are static instruments made.
        _ = Instruments.Issues.Enabled;
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Name == Instruments.Name)
                    found.Add(instrument);
            },
        };
        listener.Start();
        return [.. found.OrderBy(instrument => instrument.Name, StringComparer.Ordinal)];
    }
}
