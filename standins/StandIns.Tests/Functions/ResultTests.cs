using System.Net;
using Microsoft.Extensions.DependencyInjection;
using StandIns.Tests.Functions.Harness;
using StandIns.Tests.Functions.Samples;

namespace StandIns.Tests.Functions;

public sealed class ResultTests : IAsyncLifetime
{
    private Runner _runner = null!;

    public async Task InitializeAsync() => _runner = await Runner.StartAsync(new RunnerSetup
    {
        Types = [typeof(ResultFunctions)],
        Configure = builder => builder.Services.AddScoped(_ => new Greeting("hello")),
    });

    public async Task DisposeAsync() => await _runner.DisposeAsync();

    [Theory]
    [InlineData("object", 201, "application/json; charset=utf-8", """{"firstName":"hello"}""")]
    [InlineData("textobject", 200, "text/plain; charset=utf-8", "text")]
    [InlineData("nullobject", 204, null, "")]
    [InlineData("json", 202, "application/json; charset=utf-8", """{"firstName":"a"}""")]
    [InlineData("content", 203, "text/html", "<b>")]
    [InlineData("file", 200, "image/png", "\u0001\u0002\u0003")]
    [InlineData("stream", 200, "image/png", "\u0001\u0002\u0003")]
    [InlineData("status", 204, null, "")]
    [InlineData("result", 206, "application/json; charset=utf-8", """{"firstName":"a"}""")]
    [InlineData("written", 200, null, "by hand")]
    [InlineData("silent", 207, null, "")]
    public async Task Each_kind_of_result_is_written(string function, int status, string? type, string body)
    {
        var response = await _runner.SendAsync("GET", $"api/{function}");

        Assert.Equal((HttpStatusCode)status, response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType?.ToString());
        Assert.Equal(body, await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_redirect_is_written()
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { BaseAddress = _runner.Client.BaseAddress };

        var response = await client.GetAsync(new Uri("api/redirect", UriKind.Relative));

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal(new Uri("https://example.org/"), response.Headers.Location);
    }
}
