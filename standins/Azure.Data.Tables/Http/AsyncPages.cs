using System.Runtime.CompilerServices;
using Azure.Core;

namespace Azure.Data.Tables.Http;

internal sealed class AsyncPages<T>(
    TableRest rest,
    Func<string?, int?, HttpMessage> request,
    Func<Response, Page<T>> read,
    int? maxPerPage,
    CancellationToken cancellationToken) : AsyncPageable<T>(cancellationToken)
    where T : notnull
{
    public override IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null) =>
        PagesAsync(continuationToken, pageSizeHint ?? maxPerPage, CancellationToken.None);

    public override IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        ValuesAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);

    private async IAsyncEnumerable<T> ValuesAsync([EnumeratorCancellation] CancellationToken token)
    {
        await foreach (var page in PagesAsync(null, maxPerPage, token).ConfigureAwait(false))
        {
            foreach (var value in page.Values) yield return value;
        }
    }

    private async IAsyncEnumerable<Page<T>> PagesAsync(
        string? continuation, int? size, [EnumeratorCancellation] CancellationToken token)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(CancellationToken, token);
        do
        {
            using var message = request(continuation, size);
            var page = read(await rest.SendAsync(message, either.Token).ConfigureAwait(false));
            continuation = page.ContinuationToken;
            yield return page;
        }
        while (continuation is not null);
    }
}
