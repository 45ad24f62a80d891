using System.Net;

namespace StandIns.Tests.Tables;

/// <summary>Answers without a network, and keeps what it was asked.</summary>
internal sealed class StubHandler(params HttpStatusCode[] statuses) : HttpMessageHandler
{
    private readonly Queue<HttpStatusCode> _statuses = new(statuses);

    public List<(Uri Uri, string? Authorization)> Requests { get; } = [];

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests.Add((request.RequestUri!, request.Headers.Authorization?.ToString()));
        return Task.FromResult(new HttpResponseMessage(_statuses.Dequeue()));
    }
}
