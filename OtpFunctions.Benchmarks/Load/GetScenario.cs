namespace OtpFunctions.Benchmarks.Load;

/// <summary>The same GET over and over, answered with 200.</summary>
internal sealed class GetScenario(Uri url) : IScenario
{
    public async Task RunAsync(HttpMessageInvoker http, long number, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        await Exchange.RunAsync(http, request, status: 200, cancellation);
    }
}
