using System.Net;

namespace OtpFunctions.Benchmarks.Load;

/// <summary>The same GET over and over, answered with 200.</summary>
internal sealed class GetScenario(Uri url) : IScenario
{
    public async Task RunAsync(HttpMessageInvoker http, long number, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        using var answer = await http.SendAsync(request, cancellation);
        await answer.Content.CopyToAsync(Stream.Null, cancellation);
        if (answer.StatusCode != HttpStatusCode.OK)
        {
            throw new WrongAnswerException($"GET {url} answered {(int)answer.StatusCode}");
        }
    }
}
