using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using OtpFunctions.Core.Storage;

namespace OtpFunctions.Tests.Fixtures;

/// <summary>Passes requests on to the storage, as they came: a signature is over much of them.</summary>
internal sealed class StorageRelay(Uri storage) : IDisposable
{
    private static readonly string[] TableNames =
        ["recipients", "applications", "users", "callers", "windows", "captchas", "records"];
    private readonly Uri _target = new(storage.GetLeftPart(UriPartial.Authority));
    private readonly HttpMessageInvoker _storage = new(new SocketsHttpHandler());

    /// <summary>What is asked of which table: "GET applications", "PUT recipients"...</summary>
    public static string NameOf(HttpRequest request) =>
        $"{request.Method} {TableOf(request.Path.Value!, FilterOf(request))}";

    /// <summary>Whether it is the purge that asks: nobody's call, and its timer may be due at any time.</summary>
    public static bool IsPurge(HttpRequest request) =>
        FilterOf(request).Contains(ExpiredRows.PurgeAfterColumn, StringComparison.Ordinal);

    /// <summary>What the storage says to it. A caller that hangs up meanwhile is not noticed: the storage has it.</summary>
    public async Task<RelayedAnswer> AskAsync(HttpContext context)
    {
        var request = context.Request;
        var address = new Uri(_target, context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget);
        using var forward = new HttpRequestMessage(new HttpMethod(request.Method), address);
        if (request.ContentLength > 0)
            forward.Content = new StreamContent(request.Body);

        foreach (var (name, values) in request.Headers)
        {
            if (!forward.Headers.TryAddWithoutValidation(name, values.ToArray()))
                forward.Content?.Headers.TryAddWithoutValidation(name, values.ToArray());
        }

        using var answer = await _storage.SendAsync(forward, CancellationToken.None);
        var body = await answer.Content.ReadAsByteArrayAsync(CancellationToken.None);
        var headers = answer.Headers.Concat(answer.Content.Headers)
            .Where(header => header.Key != "Transfer-Encoding")
            .Select(header => (header.Key, header.Value.ToArray()));
        return new RelayedAnswer((int)answer.StatusCode, [.. headers], body);
    }

    public void Dispose() => _storage.Dispose();

    private static string FilterOf(HttpRequest request) => request.Query["$filter"].ToString();

    // What lies in a table beside others: an address, which leads to a user and lies with its recipient, and is read alone
    // or together with it; and a session, which is read together with its user.
    private static string TableOf(string path, string filter) =>
        path.Contains("RowKey='address-", StringComparison.Ordinal) ? "addresses"
        : filter.Contains("RowKey eq 'address-", StringComparison.Ordinal) ? "addresses, recipients"
        : path.Contains("RowKey='session-", StringComparison.Ordinal) ? "sessions"
        : filter.Contains("RowKey eq 'session-", StringComparison.Ordinal) ? "sessions"
        : Array.Find(TableNames, name => path.Contains(name, StringComparison.Ordinal)) ?? "tables";
}
