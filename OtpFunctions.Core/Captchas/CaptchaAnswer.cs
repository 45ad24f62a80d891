using System.Diagnostics.CodeAnalysis;

namespace OtpFunctions.Core.Captchas;

/// <summary>What somebody answers to a captcha: the code with its rand, or a hash of both. Does not print itself.</summary>
public sealed class CaptchaAnswer
{
    private CaptchaAnswer(string? code, string? hash, string? rand) => (Code, Hash, Rand) = (code, hash, rand);

    /// <summary>Whether it does not say which captcha it is for.</summary>
    [MemberNotNullWhen(false, nameof(Rand))]
    public bool IsHashOnly => Rand is null;

    internal string? Code { get; }

    /// <summary>32 lower-case hex digits, where there is no code.</summary>
    internal string? Hash { get; }

    internal string? Rand { get; }

    /// <summary>The same answer to a captcha that is read without regard to case.</summary>
    internal CaptchaAnswer Folded => new(Code is null ? null : Fold(Code), Hash, Rand);

    /// <summary>In lower case, of ASCII letters only.</summary>
    internal static string Fold(string text) =>
        string.Create(text.Length, text, static (lower, from) =>
        {
            for (var i = 0; i < lower.Length; i++)
            {
                lower[i] = char.IsAsciiLetterUpper(from[i]) ? (char)(from[i] | ' ') : from[i];
            }
        });

    /// <summary>The code as it was typed.</summary>
    /// <param name="code">Anything.</param>
    /// <param name="rand">The captcha's.</param>
    public static CaptchaAnswer OfCode(string code, string rand) => new(code, null, rand);

    /// <summary>MD5 of code and rand.</summary>
    /// <param name="hash">32 hex digits, of either case.</param>
    /// <param name="rand">The captcha's, or null to find it by the hash.</param>
    /// <param name="answer">The answer, or null when the hash is none.</param>
    /// <returns>False when the hash is none.</returns>
    public static bool TryOfHash(string hash, string? rand, [NotNullWhen(true)] out CaptchaAnswer? answer)
    {
        ArgumentNullException.ThrowIfNull(hash);
        answer = CaptchaHash.IsHash(hash) ? new CaptchaAnswer(null, hash.ToLowerInvariant(), rand) : null;
        return answer is not null;
    }
}
