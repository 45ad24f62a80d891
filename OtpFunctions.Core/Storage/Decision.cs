using OtpFunctions.Core.Codes;

namespace OtpFunctions.Core.Storage;

/// <summary>What a rule made of a recipient: its next state, or null when nothing is to be written, and the outcome.</summary>
/// <typeparam name="T">What a success carries.</typeparam>
internal readonly record struct Decision<T>(RecipientState? Next, Result<T> Outcome)
    where T : class;
