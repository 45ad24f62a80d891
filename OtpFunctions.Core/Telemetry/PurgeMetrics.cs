using System.Diagnostics;
using OtpFunctions.Core.Purging;

namespace OtpFunctions.Core.Telemetry;

/// <summary>What a purge did, as it is counted and timed.</summary>
internal static class PurgeMetrics
{
    /// <summary>A run is over.</summary>
    /// <param name="start">Since when, if somebody listens.</param>
    /// <param name="clock">The time.</param>
    /// <param name="report">What it did.</param>
    public static void Ran(long? start, TimeProvider clock, PurgeReport report)
    {
        Add(Outcomes.Deleted, report.Deleted);
        Add(Outcomes.Kept, report.Kept);
        Add(Outcomes.Failed, report.Failed);
        if (start is { } began)
        {
            Instruments.Purges.End(began, clock, Of(report.Finished ? Outcomes.Finished : Outcomes.Unfinished));
        }
    }

    private static void Add(string outcome, int rows)
    {
        if (rows > 0)
        {
            Instruments.PurgedRows.Add(rows, Of(outcome));
        }
    }

    private static TagList Of(string outcome) => new() { { Tags.Outcome, outcome } };
}
