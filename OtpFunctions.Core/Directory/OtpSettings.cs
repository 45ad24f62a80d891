using OtpFunctions.Core.Codes;

namespace OtpFunctions.Core.Directory;

/// <summary>How an application wants its codes; what a request says comes before it.</summary>
public sealed record OtpSettings
{
    /// <summary>Symbols of a generated code: 4, 6 or 8.</summary>
    public int Length { get; init; } = 6;

    /// <summary>What a generated code is made of.</summary>
    public CodeAlphabet Alphabet { get; init; } = CodeAlphabet.Digits;

    /// <summary>Minutes a code is good for: 5, 10 or 20.</summary>
    public int ExpireMinutes { get; init; } = 10;

    /// <summary>The wrong try that kills a code: 5, 10 or 20.</summary>
    public int MaxFailures { get; init; } = 10;

    /// <summary>Whether a code that is still good is sent again.</summary>
    public bool Reuse { get; init; }
}
