using System.Globalization;
using OtpFunctions.Core;
using OtpFunctions.Core.Codes;
using OtpFunctions.Core.Delivery;

namespace OtpFunctions.Tests.Model;

/// <summary>A send. A delivery that surely failed is a second deed: the message is given back.</summary>
internal sealed class SendCall(
    int number, Move move, Clocks clocks, Instance instance, StepwiseStore<RecipientState> store, Scheduler scheduler)
    : Call(number, move, clocks)
{
    private readonly string? _custom = move.Act == Act.SendCustom ? $"custom-{number}" : null;
    private (int Step, string Code, long At)? _message;
    private Result<IssuedCode>? _answer;

    /// <summary>The code of the message, when there was one, and when it was counted.</summary>
    public (string Code, long At)? Message => _message is var (_, code, at) ? (code, at) : null;

    public bool MayHaveArrived => Move.Outcome is DeliveryOutcome.Accepted or DeliveryOutcome.TimedOut;

    public override IEnumerable<Deed> Deeds
    {
        get
        {
            var to = _message?.Step ?? Ended;
            var seen = See();
            if (seen is null)
                yield break;

            var times = Times(Began, to);
            if (_message is var (_, _, at))
            {
                Assert.Contains(at, times);
                times = [at];
            }

            yield return new Deed.Send(
                Number, Place.Recipient, Began, to, times, seen is not Seen.Nothing, Move.Dialect, Place.Mailbox,
                Dialect.All[Move.Dialect].MostOf(Move.Most), _custom, seen);
            if (_message is not null && !MayHaveArrived)
                yield return new Deed.GiveBack(Number, Place.Recipient, to + 1, Ended, Times(to, Ended), !IsLost);
        }
    }

    protected override async Task AskAsync()
    {
        var channel = new StepwiseChannel(
            scheduler, Move.Outcome, message => _message = (Clocks.NextStep(), message.Code, TimeOf(message.MessageId)));
        _answer = await instance.Issuer(store, channel).IssueAsync(
            new IssueCommand(Addresses.Of(Place), new CodeUse(Dialect.All[Move.Dialect].Name), _custom),
            Task.FromResult<Result<CodePolicy>>(Dialect.All[Move.Dialect].PolicyOf(Move.Most)),
            CancellationToken.None);
        AssertOutcome(_answer);
    }

    private void AssertOutcome(Result<IssuedCode> answer)
    {
        FailureCode? expected = Move.Outcome switch
        {
            DeliveryOutcome.Accepted => null,
            DeliveryOutcome.TimedOut => FailureCode.DeliveryTimedOut,
            DeliveryOutcome.RecipientRefused => FailureCode.RecipientRefused,
            DeliveryOutcome.Misconfigured or DeliveryOutcome.Throttled or DeliveryOutcome.Unavailable
                => FailureCode.DeliveryFailed,
        };
        if (_message is not null)
            Assert.Equal(expected, answer.Failure?.Code);
        else
            Assert.True(answer.Value is not { Sent: true }, "A message was answered that nobody got.");
    }

    // Null when nothing was done, which is all that Contended says.
    private Seen? See() => (_message, _answer) switch
    {
        ({ } message, { Value: { Sent: true } issued }) => new Seen.Sent(message.Code, At(issued.CreatedAt), At(issued.ExpiresAt)),
        ({ } message, _) => new Seen.Sent(message.Code, null, null),
        (null, { Value: { } issued }) => new Seen.Repeated(issued.Code, At(issued.CreatedAt), At(issued.ExpiresAt)),
        (null, { Failure.Code: FailureCode.Contended }) => null,
        (null, { Failure: { } failure }) => new Seen.Refused(failure),
        _ => new Seen.Nothing(),
    };

    private static long At(DateTimeOffset time) => time.ToUnixTimeMilliseconds();

    // RFC 9562: a UUID of version 7 begins with its time in milliseconds.
    private static long TimeOf(string messageId) =>
        long.Parse(messageId.Replace("-", "", StringComparison.Ordinal).AsSpan(0, 12), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
