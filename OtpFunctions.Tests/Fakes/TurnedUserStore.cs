using OtpFunctions.Core.Directory;

namespace OtpFunctions.Tests.Fakes;

/// <summary>Whose calls wait until it is their turn: a test says in what order those of several writers come.</summary>
internal sealed class TurnedUserStore(IUserStore store) : StepwiseUserStore(store)
{
    private TaskCompletionSource? _turn;

    /// <summary>Lets one call happen, and the writer go on to its next. False when it makes none any more.</summary>
    public bool Next()
    {
        if (_turn is not { } turn)
        {
            return false;
        }

        _turn = null;
        turn.SetResult();
        return true;
    }

    protected override async Task<T> StepAsync<T>(Func<Task<T>> call)
    {
        // Goes on within SetResult, so that all has happened when Next returns.
        _turn = new TaskCompletionSource();
        await _turn.Task.ConfigureAwait(ConfigureAwaitOptions.None);
        return await call();
    }
}
