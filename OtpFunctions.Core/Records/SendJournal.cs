using System.Threading.Channels;
using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Codes;

namespace OtpFunctions.Core.Records;

/// <summary>Puts notes into a queue of bounded length, for a writer in the background; a full queue takes none.</summary>
internal sealed class SendJournal(LostNotes lost) : ISendJournal
{
    /// <summary>The most notes that wait: about 1 MB, and several seconds of a busy instance.</summary>
    public const int Capacity = 10_000;

    private readonly Channel<JournalEntry> _queue = Channel.CreateBounded<JournalEntry>(
        new BoundedChannelOptions(Capacity) { SingleReader = true });

    public ChannelReader<JournalEntry> Notes => _queue.Reader;

    public void Sent(IssueCommand command, RecipientKeys keys, LiveCode code, bool taken)
    {
        if (RecordId.TryParse(code.MessageId, out var id))
        {
            Note(new(taken ? JournalEntryKind.Sent : JournalEntryKind.NotSent, id, command.Use.Dialect, command.To.Channel)
            {
                To = command.To,
                RecipientHash = keys.Row,
                Application = command.Use.Application,
                Template = command.Use.Template,
                Time = code.ExpiresAt,
                Failures = code.MaxFailures,
            });
        }
    }

    public void Judged(VerifyCommand command, LiveCode code, bool right, long at)
    {
        if (RecordId.TryParse(code.MessageId, out var id))
        {
            var channel = code.FellBack ? DeliveryChannel.Email : command.From.Channel;
            Note(new(right ? JournalEntryKind.Verified : JournalEntryKind.Failed, id, command.Use.Dialect, channel)
            {
                Time = at,
                Failures = code.Failures + 1,
            });
        }
    }

    public void Reported(MessageRecord record, bool? delivered)
    {
        if (record.Delivered != delivered)
        {
            Note(new(JournalEntryKind.Reported, record.Id, record.Dialect, record.Channel)
            {
                Delivered = Change(record.Delivered == true, delivered == true),
                Undelivered = Change(record.Delivered == false, delivered == false),
            });
        }
    }

    /// <summary>No note is taken from now on.</summary>
    public void Close() => _queue.Writer.TryComplete();

    private static int Change(bool was, bool isNow) => (isNow ? 1 : 0) - (was ? 1 : 0);

    private void Note(in JournalEntry entry)
    {
        if (!_queue.Writer.TryWrite(entry))
        {
            lost.Add(1);
        }
    }
}
