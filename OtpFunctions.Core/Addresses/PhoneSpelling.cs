namespace OtpFunctions.Core.Addresses;

/// <summary>Reads the digits out of the ways people write a telephone number.</summary>
internal static class PhoneSpelling
{
    /// <summary>The longest number of ITU-T E.164, after "00", with a trunk zero.</summary>
    internal const int MaxDigits = 18;

    private const int MaxLength = 40;

    /// <summary>
    /// Blanks, hyphens, dots and pairs of parentheses are passed over where a digit stands before and behind them.
    /// </summary>
    /// <param name="text">The spelling; blanks around it are dropped.</param>
    /// <param name="digits">Takes the digits, without the prefix "+" or "00"; <see cref="MaxDigits"/> long.</param>
    /// <param name="count">How many digits there are.</param>
    /// <param name="international">Whether there was such a prefix.</param>
    internal static bool TryRead(ReadOnlySpan<char> text, Span<char> digits, out int count, out bool international)
    {
        count = 0;
        text = text.Trim(' ');
        international = text.StartsWith("+");
        var spelled = international ? text[1..] : text;
        if (text.Length > MaxLength || spelled.IsEmpty)
            return false;

        if (!char.IsAsciiDigit(spelled[0]) || !char.IsAsciiDigit(spelled[^1]))
            return false;

        if (!TryCollect(spelled, digits, out count))
            return false;

        if (!international && digits[..count].StartsWith("00"))
        {
            international = true;
            digits[2..count].CopyTo(digits);
            count -= 2;
        }

        return true;
    }

    private static bool TryCollect(ReadOnlySpan<char> spelled, Span<char> digits, out int count)
    {
        count = 0;
        int? openedAt = null;
        foreach (var character in spelled)
        {
            switch (character)
            {
                case >= '0' and <= '9' when count < MaxDigits:
                    digits[count++] = character;
                    break;
                case ' ' or '-' or '.':
                    break;
                case '(' when openedAt is null:
                    openedAt = count;
                    break;
                case ')' when openedAt < count:
                    openedAt = null;
                    break;
                default:
                    return false;
            }
        }

        return openedAt is null;
    }
}
