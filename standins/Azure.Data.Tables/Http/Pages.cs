using Azure.Core;

namespace Azure.Data.Tables.Http;

internal sealed class Pages<T>(
    TableRest rest,
    Func<string?, int?, HttpMessage> request,
    Func<Response, Page<T>> read,
    int? maxPerPage,
    CancellationToken cancellationToken) : Pageable<T>(cancellationToken)
    where T : notnull
{
    public override IEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null)
    {
        var continuation = continuationToken;
        do
        {
            using var message = request(continuation, pageSizeHint ?? maxPerPage);
            var page = read(rest.Send(message, CancellationToken));
            continuation = page.ContinuationToken;
            yield return page;
        }
        while (continuation is not null);
    }
}
