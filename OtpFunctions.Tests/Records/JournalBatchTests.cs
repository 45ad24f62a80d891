using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Records;
using OtpFunctions.Core.Storage;
using OtpFunctions.Tests.Fakes;

namespace OtpFunctions.Tests.Records;

/// <summary>How notes are merged: pure, without a queue and a storage.</summary>
public sealed class JournalBatchTests
{
    private static readonly long Noon = new DateTimeOffset(2026, 11, 21, 12, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();
    private readonly JournalBatch _batch = new();

    [Fact]
    public void Notes_of_one_message_are_one_row_whatever_their_order()
    {
        var id = NewId();
        JournalEntry[] notes =
        [
            Note(JournalEntryKind.Sent, id) with { To = CodeBench.To("13612345678"), Time = Noon + 600_000, Failures = 5 },
            Note(JournalEntryKind.Failed, id) with { Failures = 1 },
            Note(JournalEntryKind.Failed, id) with { Failures = 2 },
            Note(JournalEntryKind.Verified, id) with { Time = Noon + 9 },
        ];

        var rows = new[] { notes, [.. notes.Reverse()], [notes[2], notes[0], notes[3], notes[1]] }.Select(order =>
        {
            var batch = new JournalBatch();
            foreach (var note in order)
                batch.Add(note);

            return RecordRow.Of(Assert.Single(Assert.Single(batch.Parts(100)).Changes));
        }).ToList();

        Assert.All(rows, row => Assert.Equal(rows[0].OrderBy(pair => pair.Key), row.OrderBy(pair => pair.Key)));
        var record = RecordRow.Read(rows[0]);
        Assert.Equal((true, 2, 5), (record.Sent, record.Failures, record.MaxFailures));
        Assert.Equal(Noon + 9, record.VerifiedAt?.ToUnixTimeMilliseconds());
        Assert.Equal("136****5678", record.Recipient);
    }

    [Fact]
    public void Each_kind_of_note_sets_columns_of_its_own()
    {
        var id = NewId();
        var columns = new[]
        {
            Note(JournalEntryKind.Sent, id) with { To = CodeBench.To("13612345678") },
            Note(JournalEntryKind.Failed, id) with { Failures = 1 },
            Note(JournalEntryKind.Failed, id) with { Failures = 2 },
            Note(JournalEntryKind.Verified, id),
        }.Select(note =>
        {
            var change = new RecordChange(id, "test", DeliveryChannel.Sms);
            change.Add(note);
            return RecordRow.Of(change).Keys.Except(["PartitionKey", "RowKey", "odata.etag", "Timestamp"]).ToHashSet();
        }).ToList();

        // What follows from the id and what never changes is in all of them.
        var common = columns.Aggregate((one, other) => [.. one.Intersect(other)]);
        Assert.Equal(["Channel", "Dialect", "PurgeAfter"], common.Order());
        var own = columns.SelectMany(names => names.Except(common)).ToList();
        Assert.Equal(own.Distinct(), own);
        Assert.All(columns, names => Assert.NotEmpty(names.Except(common)));
    }

    [Fact]
    public void Parts_hold_what_a_transaction_can_of_one_day_with_the_counts_first()
    {
        for (var number = 0; number < 250; number++)
            _batch.Add(Note(JournalEntryKind.Sent, NewId()));

        for (var number = 0; number < 3; number++)
            _batch.Add(Note(JournalEntryKind.NotSent, NewId(Noon + 86_400_000)));

        var parts = _batch.Parts(100).ToList();

        Assert.Equal(
            [(21, 99, 1), (21, 100, 0), (21, 51, 0), (22, 3, 1)],
            parts.Select(part => (part.Day.Day, part.Changes.Count, part.Tallies.Count)));
        Assert.Equal(253, parts.SelectMany(part => part.Changes).Distinct().Count());
        Assert.Equal(250, parts[0].Tallies[0].Value.Sent);
        Assert.Equal(new Tally { NotSent = 3 }, parts[3].Tallies[0].Value);
    }

    [Fact]
    public void Counts_go_on_and_are_written_as_they_stand_only_when_they_changed()
    {
        _batch.Add(Note(JournalEntryKind.Sent, NewId()));
        Written();
        Assert.True(_batch.IsEmpty);
        Assert.Empty(_batch.Parts(100));

        _batch.Add(Note(JournalEntryKind.Reported, NewId()) with { Delivered = -1, Undelivered = 1 });

        var part = Assert.Single(_batch.Parts(100));
        Assert.Empty(part.Changes);
        Assert.Equal(new Tally { Sent = 1, Delivered = -1, Undelivered = 1 }, Assert.Single(part.Tallies).Value);
    }

    [Fact]
    public void Counts_that_could_not_be_written_stay_for_the_next_time()
    {
        _batch.Add(Note(JournalEntryKind.Sent, NewId()));
        _batch.Clear();

        var part = Assert.Single(_batch.Parts(100));
        Assert.Empty(part.Changes);
        Assert.Equal(1, Assert.Single(part.Tallies).Value.Sent);
    }

    [Fact]
    public void Dialects_and_channels_are_counted_apart()
    {
        _batch.Add(Note(JournalEntryKind.Sent, NewId()));
        _batch.Add(Note(JournalEntryKind.Verified, NewId()) with { Channel = DeliveryChannel.Email });
        _batch.Add(Note(JournalEntryKind.Failed, NewId()) with { Dialect = "other" });

        var tallies = Assert.Single(_batch.Parts(100)).Tallies.ToDictionary();

        Assert.Equal(3, tallies.Count);
        Assert.Equal(new Tally { Verified = 1 }, tallies[new(new(2026, 11, 21), "test", DeliveryChannel.Email)]);
        Assert.Equal(new Tally { Failures = 1 }, tallies[new(new(2026, 11, 21), "other", DeliveryChannel.Sms)]);
    }

    [Fact]
    public void A_note_does_not_print_its_address() => Assert.DoesNotContain(
        "136", (Note(JournalEntryKind.Sent, NewId()) with { To = CodeBench.To("13612345678") }).ToString(), StringComparison.Ordinal);

    private static RecordId NewId(long? time = null) => JournalBench.IdOf(JournalBench.NewId(time ?? Noon));

    private static JournalEntry Note(JournalEntryKind kind, RecordId id) => new(kind, id, "test", DeliveryChannel.Sms);

    private void Written()
    {
        foreach (var part in _batch.Parts(100).ToList())
            _batch.Written(part);

        _batch.Clear();
    }
}
