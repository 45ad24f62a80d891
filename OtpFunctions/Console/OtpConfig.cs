using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using OtpFunctions.Core.Codes;
using OtpFunctions.Core.Directory;
using OtpFunctions.Http;

namespace OtpFunctions.Console;

/// <summary>Reads an otp-config: all five fields, each one of the values the OnlyID console offers.</summary>
internal static class OtpConfig
{
    private static readonly int[] Lengths = [4, 6, 8];
    private static readonly int[] Minutes = [5, 10, 20];
    private static readonly int[] Failures = [5, 10, 20];

    public static string NameOf(CodeAlphabet alphabet) => alphabet switch
    {
        CodeAlphabet.Digits => "NUMBER",
        CodeAlphabet.DigitsAndLowercase => "NUMBER_LETTER_LOWERCASE",
        CodeAlphabet.DigitsAndLetters => "NUMBER_LETTER",
    };

    public static bool TryRead(
        JsonFields fields, [NotNullWhen(true)] out OtpSettings? settings, [NotNullWhen(false)] out IResult? refusal)
    {
        var length = fields.RequiredInteger("length");
        var type = fields.RequiredText("type");
        var expireMin = fields.RequiredInteger("expireMin");
        var maxFailCount = fields.RequiredInteger("maxFailCount");
        var reuse = fields.RequiredTruth("reuse");
        refusal = fields.Problem is { } problem ? ConsoleErrors.For(problem) : null;
        refusal ??= OneOf("length", length, Lengths)
            ?? (AlphabetOf(type) is null ? ConsoleErrors.BadField("type", "NUMBER, NUMBER_LETTER_LOWERCASE or NUMBER_LETTER") : null)
            ?? OneOf("expireMin", expireMin, Minutes)
            ?? OneOf("maxFailCount", maxFailCount, Failures);
        settings = refusal is not null
            ? null
            : new OtpSettings
            {
                Length = length,
                Alphabet = AlphabetOf(type).GetValueOrDefault(),
                ExpireMinutes = expireMin,
                MaxFailures = maxFailCount,
                Reuse = reuse,
            };
        return refusal is null;
    }

    private static CodeAlphabet? AlphabetOf(string name)
    {
        foreach (var alphabet in Enum.GetValues<CodeAlphabet>())
        {
            if (NameOf(alphabet) == name)
            {
                return alphabet;
            }
        }

        return null;
    }

    private static IResult? OneOf(string name, int value, int[] allowed) =>
        allowed.Contains(value) ? null : ConsoleErrors.BadField(name, string.Join(", ", allowed[..^1]) + $" or {allowed[^1]}");
}
