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

            return RecordRow.Of(Assert.Single(batch.Parts(100).SelectMany(part => part.Changes)));
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
    public void Parts_hold_what_a_transaction_can_of_one_day_and_lane_and_counts_apart_and_first()
    {
        for (var number = 0; number < 250; number++)
            _batch.Add(Note(JournalEntryKind.Sent, NewId(lane: number % 10 < 9 ? 'a' : '0')));

        for (var number = 0; number < 3; number++)
            _batch.Add(Note(JournalEntryKind.NotSent, NewId(Noon + 86_400_000, 'a')));

        var parts = _batch.Parts(100).ToList();

        Assert.Equal([(0, 1), (0, 1), (100, 0), (100, 0), (25, 0), (25, 0), (3, 0)], parts.Select(SizeOf));
        Assert.All(parts.Skip(2), part => Assert.Single(part.Changes.Select(RecordRow.Of).DistinctBy(row => row.PartitionKey)));
        Assert.Equal(253, parts.SelectMany(part => part.Changes).Distinct().Count());
        Assert.Equal(
            [new Tally { Sent = 250 }, new Tally { NotSent = 3 }],
            parts.SelectMany(part => part.Tallies).OrderBy(tally => tally.Key.Day).Select(tally => tally.Value));
    }

    [Fact]
    public void Counts_are_not_more_than_a_transaction_can_take_either()
    {
        for (var number = 0; number < 7; number++)
            _batch.Add(Note(JournalEntryKind.Reported, NewId()) with { Dialect = $"dialect{number}" });

        Assert.Equal([(0, 3), (0, 3), (0, 1)], _batch.Parts(3).Select(SizeOf));
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

        var tallies = _batch.Parts(100).SelectMany(part => part.Tallies).ToDictionary();

        Assert.Equal(3, tallies.Count);
        Assert.Equal(new Tally { Verified = 1 }, tallies[new(new(2026, 11, 21), "test", DeliveryChannel.Email)]);
        Assert.Equal(new Tally { Failures = 1 }, tallies[new(new(2026, 11, 21), "other", DeliveryChannel.Sms)]);
    }

    [Fact]
    public void A_note_does_not_print_its_address() => Assert.DoesNotContain(
        "136", (Note(JournalEntryKind.Sent, NewId()) with { To = CodeBench.To("13612345678") }).ToString(), StringComparison.Ordinal);

    private static RecordId NewId(long? time = null, char lane = '0') =>
        JournalBench.IdOf(JournalBench.NewId(time ?? Noon, lane));

    private static (int Changes, int Tallies) SizeOf(JournalPart part) => (part.Changes.Count, part.Tallies.Count);

    private static JournalEntry Note(JournalEntryKind kind, RecordId id) => new(kind, id, "test", DeliveryChannel.Sms);

    private void Written()
    {
        foreach (var part in _batch.Parts(100).ToList())
            _batch.Written(part);

        _batch.Clear();
    }
}
