using OtpFunctions.Core.Directory;

namespace OtpFunctions.Tests.Fakes;

/// <summary>Throws at its Nth call, before or after the call has landed: a writer that dies there.</summary>
internal sealed class DyingUserStore(IUserStore store, int diesAt, bool hasLanded, Func<Exception> death)
    : StepwiseUserStore(store)
{
    private int _calls;

    public bool HasDied { get; private set; }

    protected override async Task<T> StepAsync<T>(Func<Task<T>> call)
    {
        var dies = ++_calls == diesAt;
        HasDied |= dies;
        var result = dies && !hasLanded ? default! : await call();
        return dies ? throw death() : result;
    }
}
