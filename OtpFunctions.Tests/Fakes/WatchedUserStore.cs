using OtpFunctions.Core.Directory;

namespace OtpFunctions.Tests.Fakes;

/// <summary>Looks at what there is after each call: what holds must hold in the middle of a writer's work too.</summary>
internal sealed class WatchedUserStore(IUserStore store, Func<Task> look) : StepwiseUserStore(store)
{
    protected override async Task<T> StepAsync<T>(Func<Task<T>> call)
    {
        var result = await call();
        await look();
        return result;
    }
}
