using OtpFunctions.Core.Limits;

namespace OtpFunctions.Core.Codes;

/// <summary>The rules one code is issued under.</summary>
public sealed record CodePolicy
{
    /// <summary>What a generated code is made of.</summary>
    public CodeAlphabet Alphabet { get; init; } = CodeAlphabet.Digits;

    /// <summary>How many symbols a generated code has.</summary>
    public int Length { get; init; } = 6;

    /// <summary>How long it is good for; at exactly this age it no longer is.</summary>
    public required TimeSpan Lifetime { get; init; }

    /// <summary>The wrong try that kills it: 5 means that the fifth does.</summary>
    public required int MaxFailures { get; init; }

    /// <summary>What happens while an earlier code is still good.</summary>
    public Reuse Reuse { get; init; }

    /// <summary>Windows over this dialect's own sends to the recipient.</summary>
    public IReadOnlyList<SlidingWindow> Windows { get; init; } = [];

    /// <summary>This dialect's own sends to the recipient in a calendar day, where it limits them.</summary>
    public DayLimit? DayLimit { get; init; }
}
