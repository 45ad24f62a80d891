using OtpFunctions.Benchmarks.Load;
using OtpFunctions.Core.Purging;

namespace OtpFunctions.Benchmarks.Purging;

/// <summary>Conditional deletes and nothing else, as many at a time as the purge has: the most it could do.</summary>
internal sealed class RawDeletes(Uri tableUrl, string account, string accountKey) : IDisposable
{
    private const int ParallelDeletes = 32;
    private const int NoContent = 204;
    private readonly SharedKey _signer = new(account, accountKey);

    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler
    {
        UseCookies = false,
        UseProxy = false,
        AllowAutoRedirect = false,
        ActivityHeadersPropagator = null,
    });

    public async Task<int> RunAsync(IReadOnlyList<ExpiredRow> rows)
    {
        await Parallel.ForEachAsync(rows, new ParallelOptions { MaxDegreeOfParallelism = ParallelDeletes }, DeleteAsync);
        return rows.Count;
    }

    public void Dispose() => _http.Dispose();

    private async ValueTask DeleteAsync(ExpiredRow row, CancellationToken cancellation)
    {
        var url = new Uri($"{tableUrl}(PartitionKey='{row.Partition}',RowKey='{row.Row}')");
        using var request = new HttpRequestMessage(HttpMethod.Delete, url);
        request.Headers.TryAddWithoutValidation("x-ms-version", "2019-02-02");
        request.Headers.TryAddWithoutValidation("Accept", "application/json;odata=minimalmetadata");
        request.Headers.TryAddWithoutValidation("If-Match", row.Version);
        _signer.Sign(request);
        await Exchange.RunAsync(_http, request, NoContent, cancellation);
    }
}
