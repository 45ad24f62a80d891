using System.Net.Http.Headers;
using System.Text;

namespace OtpFunctions.Benchmarks.Load;

/// <summary>One request of a plan and the judgement of its answer.</summary>
internal sealed class PlannedCall(CallPlan plan)
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private readonly string _body = plan.Body.GetRawText();

    /// <summary>The body of the right answer.</summary>
    public async Task<byte[]> RunAsync(
        HttpMessageInvoker http, string address, string? code, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, plan.Url);
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Fill(_body, address, code)));
        request.Content.Headers.ContentType = Json;
        foreach (var (name, value) in plan.Headers ?? [])
        {
            request.Headers.TryAddWithoutValidation(name, Fill(value, address, code));
        }

        var answer = await Exchange.RunAsync(http, request, plan.Status, cancellation);
        foreach (var (path, expected) in plan.Expect)
        {
            Judge(path, JsonPath.Text(answer, path), Fill(expected, address, code));
        }

        return answer;
    }

    private static string Fill(string text, string address, string? code) => text
        .Replace("{address}", address, StringComparison.Ordinal)
        .Replace("{code}", code, StringComparison.Ordinal);

    private void Judge(string path, string? seen, string expected)
    {
        if (seen is null || (expected != "*" && seen != expected))
        {
            throw new WrongAnswerException($"{plan.Url} answered {path} '{seen}' instead of '{expected}'");
        }
    }
}
