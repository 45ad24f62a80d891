using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace OtpFunctions.Benchmarks.Load;

/// <summary>What a service asks of its storage, asked without the service: the most it could do on that storage.</summary>
internal sealed class ReplayScenario(ReplayPlan plan) : IScenario
{
    private readonly SharedKey _signer = new(plan.Account, plan.AccountKey);

    public async Task RunAsync(HttpMessageInvoker http, long number, CancellationToken cancellation)
    {
        var key = RandomNumberGenerator.GetHexString(plan.KeyLength, lowercase: true);
        string? etag = null;
        foreach (var step in plan.Steps)
        {
            var made = Array.FindAll(step, call => call.IsOf(number));
            var asked = Array.ConvertAll(made, call => AskAsync(http, call, key, etag, cancellation));
            foreach (var answer in asked)
            {
                etag = await answer ?? etag;
            }
        }
    }

    // The version of the row with the key, if that is what was asked for.
    private async Task<string?> AskAsync(
        HttpMessageInvoker http, ReplayCall call, string key, string? etag, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(new HttpMethod(call.Method), call.Url.Replace("{key}", key, StringComparison.Ordinal));
        if (call.Body is { } body)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body.Replace("{key}", key, StringComparison.Ordinal)));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        foreach (var (name, value) in call.Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value.Replace("{etag}", etag, StringComparison.Ordinal));
        }

        _signer.Sign(request);
        using var answer = await http.SendAsync(request, cancellation);
        await Exchange.ReadAsync(request, answer, call.Status, cancellation);
        return call.Url.Contains("{key}", StringComparison.Ordinal) ? answer.Headers.ETag?.ToString() : null;
    }
}
