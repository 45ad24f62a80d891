namespace OtpFunctions.Core.Storage;

/// <summary>What a rule made of a state: the next one, or null when nothing is to be written, and the outcome.</summary>
/// <param name="Next">The next state, or null.</param>
/// <param name="Outcome">The answer, once it is written.</param>
/// <param name="IsIdle">
/// The next state says nothing new: it is written for the time that takes, once, and a lost race changes nothing.
/// </param>
/// <typeparam name="TState">The state decided on.</typeparam>
/// <typeparam name="T">What a success carries.</typeparam>
internal readonly record struct Decision<TState, T>(TState? Next, Result<T> Outcome, bool IsIdle = false)
    where TState : class
    where T : class;
