using System.Net;
using System.Text.RegularExpressions;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http.Console;

/// <summary>Every function of the console, found by reflection, asks for the key.</summary>
[Collection(SharedAppCollection.Name)]
public sealed partial class ConsoleGateTests(SharedApp shared)
{
    public static TheoryData<string, string, string> Routes()
    {
        var routes = new TheoryData<string, string, string>();
        foreach (var route in ConsoleRoute.All.Where(route => IsConsole(route.Route) || IsConsole(route.Function)))
            routes.Add(route.Function, route.Method, route.Route);

        return routes;
    }

    [Fact]
    public void Whatever_is_under_console_is_named_so_and_the_reverse()
    {
        Assert.NotEmpty(ConsoleRoute.All);
        Assert.All(ConsoleRoute.All, route => Assert.Equal(
            route.Route.StartsWith("console/", StringComparison.OrdinalIgnoreCase),
            route.Function.StartsWith("Console", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Without_the_key_there_is_no_console(string function, string method, string route)
    {
        Assert.StartsWith("Console", function, StringComparison.Ordinal);
        var caller = await shared.Console.CreateAsync();
        var path = "api/" + Parameter().Replace(route, caller.ClientId);
        var key = shared.App.ConsoleKey;
        string?[] refused =
        [
            null,
            "",
            "Bearer",
            "Bearer ",
            $"Bearer {new string('0', key.Length)}",
            $"Bearer {key}0",
            $"Bearer {key[..^1]}",
            $"Bearer {key.ToUpperInvariant()}",
            $"Bearer Bearer {key}",
            $"Bearer {key}, Bearer {key}",
            $"Basic {key}",
            $"Basic {Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes("admin:" + key))}",
            $"Token {key}",
            key,
        ];
        foreach (var authorization in refused)
        {
            var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = new StringContent("{}") };
            if (authorization is not null)
                request.Headers.TryAddWithoutValidation("Authorization", authorization);

            var answer = await Answer.ReadAsync(shared.Http.SendAsync(request));

            answer.ExpectProblem(HttpStatusCode.Unauthorized, "Authorization: Bearer");
            Assert.DoesNotContain(caller.ClientId, answer.Body, StringComparison.Ordinal);
        }

        var other = new HttpRequestMessage(new HttpMethod(method), $"{path}?code={key}&key={key}&access_token={key}");
        other.Headers.Add("x-functions-key", key);
        (await Answer.ReadAsync(shared.Http.SendAsync(other))).ExpectProblem(HttpStatusCode.Unauthorized);
        (await shared.Console.GetAsync(caller.ClientId)).Expect(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("bearer")]
    [InlineData("BEARER")]
    public async Task The_scheme_is_known_in_any_case(string scheme)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "api/console/clients");
        request.Headers.TryAddWithoutValidation("Authorization", $"{scheme} {shared.App.ConsoleKey}");

        (await Answer.ReadAsync(shared.Http.SendAsync(request))).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_path_in_capitals_asks_for_the_key_too() =>
        (await Answer.ReadAsync(shared.Http.GetAsync(new Uri("API/CONSOLE/CLIENTS/", UriKind.Relative))))
            .ExpectProblem(HttpStatusCode.Unauthorized);

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();

    private static bool IsConsole(string name) => name.StartsWith("console", StringComparison.OrdinalIgnoreCase);
}
