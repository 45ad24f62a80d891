using OtpFunctions.Core.Delivery;
using OtpFunctions.Core.Telemetry;
using OtpFunctions.Tests.Delivery.Resilience;
using OtpFunctions.Tests.Fakes;

namespace OtpFunctions.Tests.Telemetry;

/// <summary>Each provider is timed with all its tries, and each try counted.</summary>
public sealed class DeliveryMetricsTests
{
    [Fact]
    public async Task A_message_is_told_by_provider_and_outcome_and_each_try_by_its_own()
    {
        using var heard = new HeardTelemetry();
        var bench = new ResilienceBench();
        var lost = ScriptedProvider.Of(DeliveryOutcome.Unavailable);

        using (Spans.Call("Call", default))
        {
            await bench.DeliverAsync(lost, ScriptedProvider.Of(DeliveryOutcome.Accepted));
        }

        const string acs = "otp.channel=Sms otp.provider=Acs otp.outcome=Unavailable";
        const string webhook = "otp.channel=Sms otp.provider=Webhook otp.outcome=Accepted";
        Assert.Equal([acs, webhook], heard.Of(Instruments.Deliveries).Select(line => line[(line.IndexOf(' ') + 1)..]));
        Assert.Equal(["1 " + acs, "1 " + acs, "1 " + acs, "1 " + webhook], heard.Of(Instruments.Tries));
        var spans = heard.Traces.ToArray();
        Assert.Equal(["deliver Sms", "deliver Sms", "Call"], spans.Select(span => span.DisplayName));
        Assert.All(spans[..2], span => Assert.Equal(spans[2].SpanId, span.ParentSpanId));
        Assert.Equal("Accepted", spans[1].GetTagItem("otp.outcome"));
    }
}
