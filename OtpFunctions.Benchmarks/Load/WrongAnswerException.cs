namespace OtpFunctions.Benchmarks.Load;

/// <summary>An answer was not the expected one: whatever was measured is not what should have been.</summary>
internal sealed class WrongAnswerException(string message) : Exception(message);
