using OtpFunctions.Core;
using OtpFunctions.Core.Codes;

namespace OtpFunctions.Tests.Model;

/// <summary>A verification of a code that may be that of either of two places, in any order: a guess at each.</summary>
/// <param name="number">The call's.</param>
/// <param name="move">What is done, at the first place.</param>
/// <param name="clocks">Of all instances.</param>
/// <param name="instance">Who is asked.</param>
/// <param name="store">What it asks.</param>
/// <param name="code">What is shown.</param>
/// <param name="sentTo">Which mailbox it was sent to by this dialect, if to any.</param>
/// <param name="isAlone">Whether no other call is under way.</param>
internal sealed class EitherCall(
    int number, Move move, Clocks clocks, Instance instance, StepwiseStore<RecipientState> store, string code, int? sentTo, bool isAlone)
    : Call(number, move, clocks)
{
    private Result<string>? _answer;

    public override IEnumerable<Deed> Deeds => _answer switch
    {
        { Succeeded: true } => Right(),
        { Failure.Code: FailureCode.CodeRejected } => [At(Place, false), At(Other, false)],
        _ => [At(Place, null), At(Other, null)],
    };

    // One of each recipient.
    private Place Other => Place.All.First(place => place.Recipient != Place.Recipient);

    protected override async Task AskAsync()
    {
        var dialect = Dialect.All[Move.Dialect];
        var (one, other) = Number % 2 == 0 ? (Place, Other) : (Other, Place);
        _answer = await instance.Verifier(store).VerifyEitherAsync(
            new VerifyCommand(Addresses.Of(one), new CodeUse(dialect.Name), code, dialect.KeepsCode),
            Addresses.Of(other),
            "caller",
            CancellationToken.None);
        Assert.Contains(_answer.Failure?.Code, new FailureCode?[] { null, FailureCode.CodeRejected, FailureCode.Contended });
    }

    // Where it is right nothing is done at the other one, unless it became right only after it was counted there.
    private IEnumerable<Deed> Right()
    {
        var (home, away) = sentTo == Place.Mailbox ? (Place, Other) : (Other, Place);
        Assert.Equal(home.Mailbox, sentTo);
        yield return At(home, true);
        if (!isAlone)
            yield return At(away, null);
    }

    private Deed.Guess At(Place place, bool? right) => new(
        Number, place.Recipient, Began, Ended, Times(Began, Ended), right is not null, Move.Dialect, place.Mailbox, code, right);
}
