using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Faults;

/// <summary>A call that is ready to be made.</summary>
/// <param name="CallAsync">Makes it, through a client whose requests to the storage meet the fault.</param>
/// <param name="CheckAsync">Asserts what must hold afterwards, when all is well again.</param>
internal sealed record FaultCall(Func<HttpClient, Task<Answer>> CallAsync, Func<Aftermath, Task> CheckAsync)
{
    /// <summary>Who gets the message, of a call that sends one.</summary>
    public string? To { get; init; }
}
