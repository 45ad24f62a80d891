using OtpFunctions.Core;
using OtpFunctions.Core.Codes;

namespace OtpFunctions.Tests.Model;

/// <summary>A verification.</summary>
internal sealed class GuessCall(
    int number, Move move, Clocks clocks, Instance instance, StepwiseStore<RecipientState> store, string code)
    : Call(number, move, clocks)
{
    private Result<string>? _answer;

    public override IEnumerable<Deed> Deeds => _answer?.Failure?.Code == FailureCode.Contended
        ? []
        :
        [
            new Deed.Guess(
                Number, Place.Recipient, Began, Ended, Times(Began, Ended), !IsLost, Move.Dialect, Place.Mailbox, code,
                _answer?.Succeeded),
        ];

    protected override async Task AskAsync()
    {
        var dialect = Dialect.All[Move.Dialect];
        _answer = await instance.Verifier(store).VerifyAsync(
            new VerifyCommand(Addresses.Of(Place), new CodeUse(dialect.Name), code, dialect.KeepsCode),
            Task.FromResult<Result<string>>("caller"),
            CancellationToken.None);
        Assert.Contains(_answer.Failure?.Code, new FailureCode?[] { null, FailureCode.CodeRejected, FailureCode.Contended });
    }
}
