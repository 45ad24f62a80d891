namespace OtpFunctions.Core.Storage;

/// <summary>What a rule made of a state: the next one, or null when nothing is to be written, and the outcome.</summary>
/// <typeparam name="TState">The state decided on.</typeparam>
/// <typeparam name="T">What a success carries.</typeparam>
internal readonly record struct Decision<TState, T>(TState? Next, Result<T> Outcome)
    where TState : class
    where T : class;
