using OtpFunctions.Core.Codes;
using OtpFunctions.Core.Records;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Model;

/// <summary>What verifiers noted: no limit is passed, whatever the reference thinks.</summary>
internal sealed class Judgements : ISendJournal
{
    private readonly List<(Place From, string Message, int Most, bool Right, bool IsKept, long At)> _notes = [];

    public void Sent(IssueCommand command, RecipientKeys keys, LiveCode code, bool taken)
    {
    }

    public void Reported(MessageRecord record, bool? delivered)
    {
    }

    public void Judged(VerifyCommand command, LiveCode code, bool right, long at)
    {
        var from = Place.All.First(place => Addresses.Of(place).LimiterKey == command.From.LimiterKey);
        _notes.Add((from, code.MessageId!, code.MaxFailures, right, command.KeepsCode, at));
    }

    public void AssertLimits()
    {
        foreach (var recipient in _notes.Where(note => !note.Right).GroupBy(note => note.From.Recipient))
            SlidingJudge.AssertWithin(recipient.Select(note => note.At), Dialect.FailuresPerDay, TimeSpan.FromDays(1));

        foreach (var message in _notes.GroupBy(note => note.Message))
        {
            Assert.InRange(message.Count(note => !note.Right), 0, message.First().Most);
            Assert.InRange(message.Count(note => note.Right && !note.IsKept), 0, 1);
        }
    }
}
