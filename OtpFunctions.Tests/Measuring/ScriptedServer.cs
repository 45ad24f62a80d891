using System.Net;
using System.Text;

namespace OtpFunctions.Tests.Measuring;

/// <summary>A server without a network, for what puts loads on one: keeps what it is asked, answers what it is told to.</summary>
internal sealed class ScriptedServer(Func<string, string, (HttpStatusCode Status, string Body)> answer) : HttpMessageHandler
{
    private readonly Lock _gate = new();
    private readonly List<(string Url, string Body, string Headers)> _asked = [];

    public IReadOnlyList<(string Url, string Body, string Headers)> Asked
    {
        get
        {
            lock (_gate)
            {
                return [.. _asked];
            }
        }
    }

    public HttpMessageInvoker Client => new(this, disposeHandler: false);

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var (url, body) = ($"{request.RequestUri}", request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken));
        lock (_gate)
        {
            _asked.Add((url, body, $"{request.Headers}"));
        }

        var (status, text) = answer(url, body);
        var response = new HttpResponseMessage(status) { Content = new StringContent(text, Encoding.UTF8, "application/json") };
        response.Headers.TryAddWithoutValidation("ETag", "\"version\"");
        return response;
    }
}
