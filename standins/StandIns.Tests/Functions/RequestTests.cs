using System.Net;
using System.Security.Cryptography;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Hosting;
using StandIns.Tests.Functions.Harness;
using StandIns.Tests.Functions.Samples;

namespace StandIns.Tests.Functions;

public sealed class RequestTests
{
    private const int ThirtyTwoMegabytes = 32 * 1024 * 1024;

    [Fact]
    public async Task A_chunked_body_arrives_without_a_length()
    {
        await using var runner = await StartAsync();
        var body = new byte[] { 1, 2, 3 };
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/body");
        request.Content = new ByteArrayContent(body);
        request.Headers.TransferEncodingChunked = true;

        var response = await runner.Client.SendAsync(request);

        Assert.Equal($"|{Hash(body)}", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_compressed_body_arrives_as_sent()
    {
        await using var runner = await StartAsync();
        var body = new byte[] { 0x1f, 0x8b, 8, 0, 9 };
        var content = new ByteArrayContent(body);
        content.Headers.ContentEncoding.Add("gzip");

        var response = await runner.SendAsync("POST", "api/body", content);

        Assert.Equal($"{body.Length}|{Hash(body)}", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_body_past_the_web_servers_own_30_megabytes_arrives()
    {
        await using var runner = await StartAsync();
        var body = new byte[ThirtyTwoMegabytes];

        var response = await runner.SendAsync("POST", "api/body", new ByteArrayContent(body));

        Assert.Equal($"{body.Length}|{Hash(body)}", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task X_Forwarded_For_does_not_reach_the_function_and_other_headers_do()
    {
        await using var runner = await StartAsync();
        runner.Client.DefaultRequestHeaders.Add("X-Forwarded-For", "9.9.9.9");
        runner.Client.DefaultRequestHeaders.Add("CLIENT-IP", "8.8.8.8");

        var headers = await runner.GetAsync("api/headers");

        Assert.DoesNotContain("9.9.9.9", headers, StringComparison.Ordinal);
        Assert.Contains("CLIENT-IP=8.8.8.8", headers, StringComparison.Ordinal);
        Assert.Equal("127.0.0.1", await runner.GetAsync("api/address"));
    }

    [Fact]
    public async Task No_token_tells_that_the_caller_hung_up()
    {
        await using var runner = await StartAsync();

        Assert.Equal("False False False", await runner.GetAsync("api/tokens"));
    }

    [Fact]
    public async Task Middleware_may_set_a_deadline_as_RequestAborted()
    {
        using var deadline = new CancellationTokenSource();
        await using var runner = await Runner.StartAsync(new RunnerSetup
        {
            Types = [typeof(RequestFunctions)],
            Configure = builder => builder.UseMiddleware((context, next) =>
            {
                context.GetHttpContext()!.RequestAborted = deadline.Token;
                return next();
            }),
        });

        Assert.Equal("True False False", await runner.GetAsync("api/tokens"));
    }

    [Fact]
    public async Task No_header_names_the_server()
    {
        await using var runner = await StartAsync();

        var response = await runner.SendAsync("GET", "api/address");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(response.Headers.Server);
    }

    private static Task<Runner> StartAsync() => Runner.StartAsync(typeof(RequestFunctions));

    private static string Hash(byte[] body) => Convert.ToHexString(SHA256.HashData(body));
}
