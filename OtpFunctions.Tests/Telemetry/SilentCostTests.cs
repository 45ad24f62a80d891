using OtpFunctions.Core;
using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Codes;
using OtpFunctions.Core.Delivery;
using OtpFunctions.Core.Purging;
using OtpFunctions.Core.Telemetry;
using OtpFunctions.Tests.Fakes;

namespace OtpFunctions.Tests.Telemetry;

/// <summary>
/// While nobody listens, recording allocates nothing. Other tests listen to all of the process: this one runs when they
/// have ended.
/// </summary>
[Collection(Name)]
public sealed class SilentCostTests
{
    private const string Name = "While nobody listens";
    private const int Calls = 1000;
    private static readonly IssueCommand Issue = new(CodeBench.To("13612345678"), CodeBench.Use);
    private static readonly VerifyCommand Verify = new(Issue.To, CodeBench.Use, "123456");
    private static readonly Result<string> Verified = "caller";
    private static readonly Failure Rejected = new(FailureCode.CodeRejected);
    private static readonly PurgeReport Report = new(1, 1, 1, Finished: true);
    private static readonly ManualClock Clock = new();

    [Fact]
    public void Without_a_listener_recording_allocates_nothing()
    {
        RecordAll();

        Assert.Equal(0, AllocatedBy(RecordAll));
    }

    [Fact]
    public void With_one_it_does_so_that_the_measure_is_seen_to_measure()
    {
        using var heard = new HeardTelemetry();

        Assert.True(AllocatedBy(RecordAll) > 0);
    }

    private static long AllocatedBy(Action action)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var call = 0; call < Calls; call++)
            action();

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void RecordAll()
    {
        CodeMetrics.Issued(Instruments.Issues.Begin(Clock), Clock, Issue, null);
        CodeMetrics.Judged(Instruments.Verifications.Begin(Clock), Clock, Verify, Verified);
        CodeMetrics.Delivered(
            Instruments.Deliveries.Begin(Clock), Clock, DeliveryChannel.Sms, DeliveryProvider.Acs, DeliveryOutcome.Accepted);
        CodeMetrics.Tried(DeliveryChannel.Sms, DeliveryProvider.Acs, DeliveryOutcome.Accepted);
        CodeMetrics.Refused("onlyid", FailureCode.TooOften);
        CodeMetrics.Captcha("picture", Outcomes.Verified, Rejected);
        PurgeMetrics.Ran(Instruments.Purges.Begin(Clock), Clock, Report);
        Instruments.LostNotes.Add(1);
        Spans.Call("Call", default)?.Dispose();
        Spans.Storage("find", "recipients")?.Dispose();
        Spans.Delivery(DeliveryChannel.Sms, DeliveryProvider.Acs)?.Dispose();
    }

    [CollectionDefinition(Name, DisableParallelization = true)]
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Naming", "CA1711", Justification = "xunit calls it so.")]
    public sealed class QuietCollection;
}
