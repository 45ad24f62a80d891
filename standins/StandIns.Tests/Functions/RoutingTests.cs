using System.Net;
using StandIns.Tests.Functions.Harness;
using StandIns.Tests.Functions.Samples;

namespace StandIns.Tests.Functions;

public sealed class RoutingTests : IAsyncLifetime
{
    private const string Key = "00000000-0000-0000-0000-000000000001";

    private Runner _runner = null!;

    public async Task InitializeAsync() => _runner = await Runner.StartAsync(typeof(RouteFunctions));

    public async Task DisposeAsync() => await _runner.DisposeAsync();

    [Theory]
    [InlineData("api/Named", "named")]
    [InlineData("api/users/me", "me")]
    [InlineData("api/users/7", "user 7")]
    [InlineData("api/codes/41", "GET 42")]
    [InlineData($"api/typed/5000000000/{Key}/true", $"5000000000 {Key} True 7")]
    [InlineData($"api/typed/1/{Key}/false/3", $"1 {Key} False 3")]
    public async Task A_route_reaches_its_function(string path, string said) =>
        Assert.Equal(said, await _runner.GetAsync(path));

    [Theory]
    [InlineData("API/NAMED")]
    [InlineData("api/named/")]
    [InlineData("Api/Named/")]
    public async Task Case_and_a_trailing_slash_do_not_matter(string path) =>
        Assert.Equal("named", await _runner.GetAsync(path));

    [Theory]
    [InlineData("GET", "")]
    [InlineData("GET", "Named")]
    [InlineData("GET", "api")]
    [InlineData("GET", "api/nothing")]
    [InlineData("GET", "api/codes/abc")]
    [InlineData("GET", "api/named/more")]
    [InlineData("POST", "api/named")]
    [InlineData("HEAD", "api/named")]
    [InlineData("OPTIONS", "api/named")]
    [InlineData("GET", "admin/functions/Named")]
    public async Task What_matches_no_function_is_404_with_an_empty_body(string method, string path)
    {
        var response = await _runner.SendAsync(method, path);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
        Assert.Empty(response.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    public async Task A_trigger_without_methods_takes_any(string method)
    {
        var response = await _runner.SendAsync(method, "api/any");

        Assert.Equal(method, await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_value_that_its_parameter_cannot_hold_is_500_as_nothing_constrains_the_route()
    {
        var response = await _runner.SendAsync("GET", "api/typed/much/x/y");

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
    }
}
