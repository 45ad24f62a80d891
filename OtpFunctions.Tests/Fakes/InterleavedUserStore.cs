using OtpFunctions.Core.Directory;

namespace OtpFunctions.Tests.Fakes;

/// <summary>Lets another writer do all of its work just before the Nth call of this one.</summary>
internal sealed class InterleavedUserStore(IUserStore store, int at, Func<Task> other) : StepwiseUserStore(store)
{
    private int _calls;

    public bool HasHappened => _calls >= at;

    protected override async Task<T> StepAsync<T>(Func<Task<T>> call)
    {
        if (++_calls == at)
        {
            await other();
        }

        return await call();
    }
}
