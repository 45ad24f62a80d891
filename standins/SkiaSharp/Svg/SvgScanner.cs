using System.Globalization;

namespace SkiaSharp.Svg;

/// <summary>The letters, numbers and flags of path data; spaces and commas end each and count for nothing else.</summary>
internal ref struct SvgScanner(ReadOnlySpan<char> data)
{
    private ReadOnlySpan<char> _rest = data.Trim(Separators);

    internal readonly bool IsAtEnd => _rest.IsEmpty;

    internal readonly bool IsAtNumber => char.IsAsciiDigit(_rest[0]) || _rest[0] is '-' or '+' or '.';

    private static ReadOnlySpan<char> Separators => " \t\r\n\f\v,";

    internal char ReadLetter()
    {
        var letter = _rest[0];
        Skip(1);
        return letter;
    }

    internal bool ReadNumber(out float number)
    {
        var length = NumberLength(_rest);
        var isNumber = float.TryParse(_rest[..length], NumberStyles.Float, CultureInfo.InvariantCulture, out number);
        Skip(length);
        return isNumber;
    }

    /// <summary>A flag is one character, and needs nothing behind it.</summary>
    internal bool ReadFlag(out bool flag)
    {
        flag = !_rest.IsEmpty && _rest[0] == '1';
        if (!flag && (_rest.IsEmpty || _rest[0] != '0'))
            return false;

        Skip(1);
        return true;
    }

    // As long as C's strtod would take it: an exponent without digits is not part of the number.
    private static int NumberLength(ReadOnlySpan<char> text)
    {
        var at = SignLength(text);
        at += DigitsLength(text[at..]);
        if (at < text.Length && text[at] == '.')
            at += 1 + DigitsLength(text[(at + 1)..]);
        if (at == text.Length || text[at] is not ('e' or 'E'))
            return at;

        var exponent = at + 1 + SignLength(text[(at + 1)..]);
        var digits = DigitsLength(text[exponent..]);
        return digits > 0 ? exponent + digits : at;
    }

    private static int SignLength(ReadOnlySpan<char> text) => !text.IsEmpty && text[0] is '-' or '+' ? 1 : 0;

    private static int DigitsLength(ReadOnlySpan<char> text)
    {
        var length = text.IndexOfAnyExceptInRange('0', '9');
        return length < 0 ? text.Length : length;
    }

    private void Skip(int count) => _rest = _rest[count..].TrimStart(Separators);
}
