using System.Text;

namespace OtpFunctions.Tests.Http.Docs;

/// <summary>A curl of the documents, read: -X, -H, -d, -s and one address; what else curl knows is refused.</summary>
internal sealed class CurlCommand
{
    private const string Documented = "http://localhost:7071/";
    private string? _method;
    private string? _body;
    private string? _path;
    private readonly List<(string Name, string Value)> _headers = [];

    private CurlCommand()
    {
    }

    public static CurlCommand Parse(string command, IReadOnlyDictionary<string, string> variables)
    {
        var words = new Queue<string>(ShellWords.Split(command, variables));
        if (words.Dequeue() != "curl")
            throw new FormatException("It does not begin with curl.");

        var curl = new CurlCommand();
        while (words.TryDequeue(out var word))
            curl.Read(word, words);

        return curl._path is null ? throw new FormatException("It has no address.") : curl;
    }

    /// <summary>The request, to be sent to wherever the app is. A body makes it a POST, as with curl.</summary>
    public HttpRequestMessage ToRequest()
    {
        var request = new HttpRequestMessage(new HttpMethod(_method ?? (_body is null ? "GET" : "POST")), _path);
        if (_body is not null)
            request.Content = new StringContent(_body, Encoding.UTF8, "application/x-www-form-urlencoded");

        foreach (var (name, value) in _headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                request.Content!.Headers.Remove(name);
                request.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return request;
    }

    private void Read(string word, Queue<string> words)
    {
        switch (word)
        {
            case "-s":
                break;
            case "-X":
                _method = Next(word, words);
                break;
            case "-d" or "--data":
                _body = Next(word, words);
                break;
            case "-H":
                var header = Next(word, words).Split(':', 2, StringSplitOptions.TrimEntries);
                _headers.Add((header[0], header[1]));
                break;
            case var address when address.StartsWith(Documented, StringComparison.Ordinal) && _path is null:
                _path = address[Documented.Length..];
                break;
            default:
                throw new FormatException($"'{word}' is not for a document's curl.");
        }
    }

    private static string Next(string option, Queue<string> words) =>
        words.TryDequeue(out var value) ? value : throw new FormatException($"{option} has no value.");
}
