using System.Net;
using System.Text;

namespace StandIns.Tests.Communication;

/// <summary>Answers without a network, and keeps what it was asked; the last answer is given again and again.</summary>
internal sealed class RecordingHandler(params (HttpStatusCode Status, string Body)[] answers) : HttpMessageHandler
{
    public List<RecordedRequest> Requests { get; } = [];

    /// <summary>Done after each request, before its answer.</summary>
    public Action AfterRequest { get; init; } = () => { };

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var (status, body) = answers[Math.Min(Requests.Count, answers.Length - 1)];
        Requests.Add(await RecordedRequest.OfAsync(request, cancellationToken));
        AfterRequest();
        return new HttpResponseMessage(status)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
    }
}
