using OtpFunctions.Core.Codes;
using OtpFunctions.Core.Records;

namespace OtpFunctions.Tests.Fakes;

/// <summary>Keeps the notes it is given, in the words of a test.</summary>
internal sealed class ListedJournal : ISendJournal
{
    private readonly Lock _gate = new();
    private readonly List<string> _notes = [];

    public IReadOnlyList<string> Notes
    {
        get
        {
            lock (_gate)
                return [.. _notes];
        }
    }

    public void Sent(IssueCommand command, RecipientKeys keys, LiveCode code, bool taken) =>
        Note($"{(taken ? "sent" : "not sent")} {code.MessageId}");

    public void Judged(VerifyCommand command, LiveCode code, bool right, long at) =>
        Note(right ? $"verified {code.MessageId}" : $"failed {code.Failures + 1} {code.MessageId}");

    public void Reported(MessageRecord record, bool? delivered) => Note($"reported {record.Id}");

    private void Note(string note)
    {
        lock (_gate)
            _notes.Add(note);
    }
}
