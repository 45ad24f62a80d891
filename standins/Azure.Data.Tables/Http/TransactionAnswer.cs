using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Azure.Data.Tables.Http;

/// <summary>Reads the multipart answer of a transaction: a status an action, or one failure for all.</summary>
internal static partial class TransactionAnswer
{
    public static Response<IReadOnlyList<Response>> Read(Response response)
    {
        var text = response.Content.ToString();
        var parts = StatusLine().Matches(text);
        var all = new List<Response>(parts.Count);
        for (var i = 0; i < parts.Count; i++)
        {
            var status = int.Parse(parts[i].Groups["status"].ValueSpan, CultureInfo.InvariantCulture);
            var end = i + 1 < parts.Count ? parts[i + 1].Index : text.Length;
            var part = text[parts[i].Index..end];
            if (status >= 400)
                throw new TableTransactionFailedException(Failure(status, part));

            all.Add(new TransactionPart(status, ETagLine().Match(part).Groups["etag"].Value));
        }

        return Response.FromValue<IReadOnlyList<Response>>(all, response);
    }

    private static RequestFailedException Failure(int status, string part)
    {
        var (code, message) = Describe(part);
        return new RequestFailedException(status, message ?? $"An action answered {status}.", code, null);
    }

    private static (string? Code, string? Message) Describe(string part)
    {
        var (from, to) = (part.IndexOf('{', StringComparison.Ordinal), part.LastIndexOf('}'));
        if (from < 0 || to < from)
            return (null, null);

        try
        {
            var error = JsonElement.Parse(part.AsSpan(from, to - from + 1)).GetProperty("odata.error");
            return (error.GetProperty("code").GetString(), error.GetProperty("message").GetProperty("value").GetString());
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return (null, null);
        }
    }

    [GeneratedRegex(@"^HTTP/1\.1 (?<status>\d{3})", RegexOptions.Multiline)]
    private static partial Regex StatusLine();

    [GeneratedRegex(@"^ETag: (?<etag>[^\r\n]+)", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex ETagLine();
}
