using System.Diagnostics;
using Azure.Core;
using Azure.Core.Pipeline;
using OtpFunctions.Core.Telemetry;

namespace OtpFunctions.Core.Storage;

/// <summary>Measures each request to the tables, the client's own retries one by one.</summary>
/// <param name="clock">The time.</param>
internal sealed class RoundTrips(TimeProvider clock) : HttpPipelinePolicy
{
    public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        Instruments.StorageRequests.Enabled || Spans.IsWithinCall
            ? MeasureAsync(message, pipeline)
            : ProcessNextAsync(message, pipeline);

    // Nobody here waits for a request on a thread.
    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        ProcessNext(message, pipeline);

    private async ValueTask MeasureAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var (operation, table) = StorageRequest.Describe(message.Request.Method, message.Request.Uri.Path);
        using var span = Spans.Storage(operation, table);
        var start = clock.GetTimestamp();
        var outcome = StorageOutcome.NoAnswer;
        try
        {
            await ProcessNextAsync(message, pipeline);
            outcome = StorageRequest.OutcomeOf(message.Response.Status);
        }
        finally
        {
            span?.SetTag(Tags.Outcome, outcome.ToString());
            Instruments.StorageRequests.End(start, clock, new TagList
            {
                { Tags.Table, table },
                { Tags.Operation, operation },
                { Tags.Outcome, outcome.ToString() },
            });
        }
    }
}
