using System.Text;

namespace OtpFunctions.Tests.Http.Docs;

/// <summary>
/// Splits one command as a POSIX shell would, as far as the documents go: quotes, line ends after a backslash, $NAMES.
/// What else a shell knows is refused.
/// </summary>
internal sealed class ShellWords
{
    private const string Refused = "|&;<>()`*?~#!\\";
    private readonly string _text;
    private readonly IReadOnlyDictionary<string, string> _variables;
    private readonly List<string> _words = [];
    private StringBuilder? _word;
    private int _at;

    private ShellWords(string text, IReadOnlyDictionary<string, string> variables) =>
        (_text, _variables) = (text, variables);

    public static IReadOnlyList<string> Split(string command, IReadOnlyDictionary<string, string> variables)
    {
        var splitter = new ShellWords(command.Trim(), variables);
        while (splitter._at < splitter._text.Length)
            splitter.ReadOne();

        splitter.EndWord();
        return splitter._words;
    }

    private void ReadOne()
    {
        var next = _text[_at++];
        switch (next)
        {
            case '\\' when _at < _text.Length && _text[_at] == '\n':
                _at++;
                break;
            case ' ' or '\t':
                EndWord();
                break;
            case '\'':
                Word.Append(UntilQuote('\''));
                break;
            case '"':
                ReadDoubleQuoted();
                break;
            case '$':
                Word.Append(Variable());
                break;
            case '\n':
                throw new FormatException("One command to a block: a second line needs a backslash before it.");
            default:
                Word.Append(Refused.Contains(next, StringComparison.Ordinal)
                    ? throw new FormatException($"'{next}' outside quotes is not for a document's curl.")
                    : next);
                break;
        }
    }

    private StringBuilder Word => _word ??= new();

    private void EndWord()
    {
        if (_word is not null)
            _words.Add(_word.ToString());

        _word = null;
    }

    private void ReadDoubleQuoted()
    {
        var word = Word;
        while (_at < _text.Length && _text[_at] != '"')
        {
            var next = _text[_at++];
            if (next == '\\' && _at < _text.Length && _text[_at] is '"' or '\\' or '$')
                word.Append(_text[_at++]);
            else
                word.Append(next == '$' ? Variable() : next.ToString());
        }

        if (_at++ >= _text.Length)
            throw new FormatException("A quote is not closed.");
    }

    private string UntilQuote(char quote)
    {
        var end = _text.IndexOf(quote, _at);
        if (end < 0)
            throw new FormatException("A quote is not closed.");

        var quoted = _text[_at..end];
        _at = end + 1;
        return quoted;
    }

    private string Variable()
    {
        var start = _at;
        while (_at < _text.Length && (char.IsAsciiLetterOrDigit(_text[_at]) || _text[_at] == '_'))
            _at++;

        var name = _text[start.._at];
        return _variables.TryGetValue(name, out var value)
            ? value
            : throw new FormatException($"${name} has no value here.");
    }
}
