using OtpFunctions.Core.Storage;

namespace OtpFunctions.Core.Codes;

/// <summary>A code that someone typed, and what it is judged on at one address.</summary>
/// <param name="Command">The code, whose and what for.</param>
/// <param name="Keys">What the address is known by in storage.</param>
/// <param name="Reading">The read of its row.</param>
internal readonly record struct CodeTry(
    VerifyCommand Command, RecipientKeys Keys, Task<Versioned<RecipientState>> Reading);
