using OtpFunctions.Core.Records;
using OtpFunctions.Tests.Fakes;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Records;

/// <summary>Reports that come twice, late, early, in the wrong order, at once, or for nobody.</summary>
public sealed class DeliveryReportsTests : IAsyncLifetime
{
    private JournalBench _bench = null!;
    private DeliveryReports _reports = null!;
    private string _id = null!;

    public async Task InitializeAsync()
    {
        var tables = await TestTables.NewAsync();
        await using (var sender = JournalBench.Started(JournalBench.TableIn(tables)))
        {
            _id = sender.Send();
        }

        _bench = JournalBench.Started(JournalBench.TableIn(tables));
        _reports = new DeliveryReports(_bench.Store, _bench.Journal, _bench.Clock);
    }

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Theory]
    [InlineData("Delivered", true, 1, 0)]
    [InlineData("Suppressed", false, 0, 1)]
    [InlineData("Bounced", false, 0, 1)]
    [InlineData("Quarantined", false, 0, 1)]
    [InlineData("FilteredSpam", false, 0, 1)]
    [InlineData("Failed", false, 0, 1)]
    [InlineData("SomethingNew", false, 0, 1)]
    [InlineData("Expanded", null, 0, 0)]
    public async Task A_status_is_on_the_record_and_counted(string status, bool? delivered, int yes, int no)
    {
        Assert.Equal(ReportOutcome.Recorded, await TakeAsync(status));

        var record = await RecordAsync();
        Assert.Equal((delivered, status), (record.Delivered, record.DeliveryStatus));
        Assert.Equal((yes, no), await CountsAsync());
    }

    [Fact]
    public async Task A_report_that_comes_twice_counts_once()
    {
        Assert.Equal(ReportOutcome.Recorded, await TakeAsync("Delivered"));
        Assert.Equal(ReportOutcome.Known, await TakeAsync("Delivered"));

        Assert.Equal((1, 0), await CountsAsync());
    }

    [Fact]
    public async Task The_newest_attempt_holds_in_whatever_order_they_come()
    {
        Assert.Equal(ReportOutcome.Recorded, await TakeAsync("Failed", seconds: 5));
        Assert.Equal(ReportOutcome.Known, await TakeAsync("Delivered", seconds: 4));
        Assert.Equal(("Failed", false), await WordAsync());
        Assert.Equal(ReportOutcome.Recorded, await TakeAsync("Delivered", seconds: 6));
        Assert.Equal(("Delivered", true), await WordAsync());
        Assert.Equal(ReportOutcome.Recorded, await TakeAsync("Expanded", seconds: 7));
        Assert.Equal(("Expanded", true), await WordAsync());

        Assert.Equal((1, 0), await CountsAsync());
    }

    [Fact]
    public async Task Of_many_at_once_the_newest_holds_and_one_is_counted()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(1, 20)
            .Select(seconds => AgainAsync(seconds % 2 == 0 ? "Delivered" : "Failed", seconds)));

        Assert.Contains(ReportOutcome.Recorded, outcomes);
        Assert.Equal(("Delivered", true), await WordAsync());
        Assert.Equal((1, 0), await CountsAsync());

        // As Event Grid does.
        async Task<ReportOutcome> AgainAsync(string status, int seconds)
        {
            for (; ; )
            {
                var outcome = await TakeAsync(status, seconds: seconds);
                if (outcome != ReportOutcome.TooEarly)
                    return outcome;
            }
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a tag of somebody's")]
    [InlineData("Outgoing_20200918002745d29ebbea")]
    // Of version 4, as the clients make them: of a message that another system sent.
    [InlineData("512d38b6-c7b8-40c8-89fe-f46f9e9622b6")]
    public async Task What_no_id_of_ours_can_be_is_of_no_message_here_however_young(string? id)
    {
        var report = new DeliveryReport(id, "Delivered", _bench.Clock.GetUtcNow());

        Assert.Equal(ReportOutcome.Foreign, await _reports.TakeAsync(report, default));
    }

    [Fact]
    public async Task A_report_before_its_record_is_to_come_again()
    {
        var id = JournalBench.NewId();
        Assert.Equal(ReportOutcome.TooEarly, await TakeAsync("Delivered", id));

        _bench.Send(id: id);
        var outcome = await Eventually.GetAsync(
            () => TakeAsync("Delivered", id), outcome => outcome != ReportOutcome.TooEarly);

        Assert.Equal(ReportOutcome.Recorded, outcome);
    }

    [Theory]
    [InlineData(-299, nameof(ReportOutcome.TooEarly))]
    [InlineData(-301, nameof(ReportOutcome.Foreign))]
    [InlineData(299, nameof(ReportOutcome.TooEarly))]
    [InlineData(301, nameof(ReportOutcome.Foreign))]
    public async Task After_five_minutes_nobody_waits_for_a_record(int seconds, string outcome)
    {
        var clock = new ManualClock();
        var reports = new DeliveryReports(_bench.Store, _bench.Journal, clock);

        Assert.Equal(outcome, $"{await reports.TakeAsync(
            new DeliveryReport(JournalBench.NewId(), "Delivered", clock.GetUtcNow().AddSeconds(seconds)), default)}");
    }

    private Task<ReportOutcome> TakeAsync(string status, string? id = null, int seconds = 1) =>
        _reports.TakeAsync(
            new DeliveryReport(
                id ?? _id, status, JournalBench.IdOf(_id).Time is var time
                    ? DateTimeOffset.FromUnixTimeMilliseconds(time).AddSeconds(seconds)
                    : default),
            default);

    private async Task<MessageRecord> RecordAsync() =>
        (await _bench.Store.FindAsync(JournalBench.IdOf(_id), default))!.Value.Record;

    private async Task<(string? Status, bool? Delivered)> WordAsync()
    {
        var record = await RecordAsync();
        return (record.DeliveryStatus, record.Delivered);
    }

    private async Task<(long Delivered, long Undelivered)> CountsAsync()
    {
        await _bench.StopAsync();
        var sum = await _bench.SumAsync();
        return (sum.Delivered, sum.Undelivered);
    }
}
