using System.Net;
using System.Net.Sockets;
using System.Text;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http;

/// <summary>Requests no HTTP client would send.</summary>
[Collection(SharedAppCollection.Name)]
public sealed class BrokenTransferTests(SharedApp shared)
{
    private const string Head = "POST /api/open/send-otp HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [LocalFact]
    public async Task Broken_chunks_are_a_malformed_body()
    {
        var answer = await ExchangeAsync(Head + "Transfer-Encoding: chunked\r\n\r\nZZ\r\n{}\r\n0\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal);
        Assert.Contains("""{"error":"请求体应为一个有效的JSON对象"}""", answer, StringComparison.Ordinal);
    }

    [LocalTheory]
    [InlineData(Head + "Content-Length: -1\r\n\r\n")]
    [InlineData("POST /api/open/send-otp HTTP/1.1\r\n\r\n")]
    [InlineData("nonsense\r\n\r\n")]
    public async Task What_is_no_HTTP_is_refused_by_the_server_itself(string request) =>
        Assert.StartsWith("HTTP/1.1 400 ", await ExchangeAsync(request), StringComparison.Ordinal);

    [LocalTheory]
    [InlineData("Content-Length: 100\r\n\r\n{\"recipient\":")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n5\r\n{\"a\":")]
    public async Task A_caller_that_hangs_up_half_way_harms_nobody(string rest)
    {
        for (var count = 0; count < 20; count++)
        {
            using var client = await ConnectAsync();
            await client.GetStream().WriteAsync(Encoding.UTF8.GetBytes(Head + rest));
        }

        var answer = await Answer.ReadAsync(shared.Http.GetAsync(new Uri("api/health", UriKind.Relative)));
        answer.Expect(HttpStatusCode.OK);
    }

    /// <summary>Nothing of it is sent, so that whoever reads it waits in vain.</summary>
    [LocalFact]
    public async Task A_body_that_says_it_is_too_large_is_refused_unread()
    {
        using var deadline = new CancellationTokenSource(Patience);
        using var client = await ConnectAsync();
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes(Head + $"Content-Length: {BadBody.Cap + 1}\r\n\r\n"), deadline.Token);
        using var reader = new StreamReader(stream, Encoding.UTF8);

        Assert.StartsWith("HTTP/1.1 413 ", await reader.ReadLineAsync(deadline.Token), StringComparison.Ordinal);
    }

    private async Task<TcpClient> ConnectAsync()
    {
        var client = new TcpClient();
        await client.ConnectAsync(shared.App.BaseAddress.Host, shared.App.BaseAddress.Port);
        return client;
    }

    private async Task<string> ExchangeAsync(string request)
    {
        using var deadline = new CancellationTokenSource(Patience);
        using var client = await ConnectAsync();
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes(request), deadline.Token);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync(deadline.Token);
    }
}
