namespace OtpFunctions.Core.Records;

/// <summary>Puts delivery reports on the records of their messages, in whatever order and however often they come.</summary>
public sealed class DeliveryReports
{
    // Longer than a note waits to be written, retries included.
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(5);
    private const int Rounds = 5;
    private readonly IRecordStore _store;
    private readonly ISendJournal _journal;
    private readonly TimeProvider _clock;

    internal DeliveryReports(IRecordStore store, ISendJournal journal, TimeProvider clock) =>
        (_store, _journal, _clock) = (store, journal, clock);

    /// <summary>Takes one report.</summary>
    /// <exception cref="Storage.StorageUnavailableException">Whether it is on the record is not known.</exception>
    internal async Task<ReportOutcome> TakeAsync(DeliveryReport report, CancellationToken cancellation)
    {
        // Of another system's messages, which the same resource may send, there is nothing to wait for.
        if (!RecordId.TryParse(report.MessageId, out var id))
        {
            return ReportOutcome.Foreign;
        }

        for (var round = 1; round <= Rounds; round++)
        {
            if (await _store.FindAsync(id, cancellation) is not var (record, version))
            {
                return Missing(report);
            }

            if (record.ReportedAt >= report.At)
            {
                return ReportOutcome.Known;
            }

            if (await _store.TryReportAsync(id, report, report.Delivered ?? record.Delivered, version, cancellation))
            {
                _journal.Reported(record, report.Delivered ?? record.Delivered);
                return ReportOutcome.Recorded;
            }
        }

        return ReportOutcome.TooEarly;
    }

    // A time to come is no reason to wait for it.
    private ReportOutcome Missing(DeliveryReport report) =>
        (_clock.GetUtcNow() - report.At).Duration() < Grace ? ReportOutcome.TooEarly : ReportOutcome.Foreign;
}
