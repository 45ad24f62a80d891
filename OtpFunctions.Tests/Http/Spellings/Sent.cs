namespace OtpFunctions.Tests.Http.Spellings;

/// <summary>What became of a send.</summary>
public enum Sent
{
    /// <summary>A message went out.</summary>
    Out,

    /// <summary>The recipient has had enough.</summary>
    TooOften,

    /// <summary>There is no such recipient.</summary>
    NoRecipient,
}
