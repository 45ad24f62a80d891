namespace OtpFunctions.Core.Storage;

/// <summary>A state as read.</summary>
/// <param name="State">What the row says.</param>
/// <param name="Version">Its ETag, or null when there is no row.</param>
/// <param name="Changes">The ids of the last changes, newest first: they tell a lost answer from a lost race.</param>
/// <typeparam name="TState">An immutable state that rules decide on.</typeparam>
internal sealed record Versioned<TState>(TState State, string? Version, string[] Changes)
    where TState : class;
