using System.Net;
using System.Text.Json;
using OtpFunctions.Benchmarks.Load;

namespace OtpFunctions.Tests.Measuring;

public sealed class PairScenarioTests
{
    private const string Plan = """
        {"address":"u{id}@example.com",
         "send":{"url":"http://host/send","body":{"to":"{address}"},"expect":{"sent.to":"{address}","code":"*"}},
         "code":{"field":"code"},
         "verify":{"url":"http://host/verify","body":{"to":"{address}","code":"{code}"},"expect":{"result":"yes"},
                   "headers":{"x-key":"{code}"}}}
        """;

    [Fact]
    public async Task The_code_of_the_answer_is_verified_for_the_address_it_was_sent_to()
    {
        using var server = Server("yes");
        var scenario = new PairScenario(Read(Plan));

        await scenario.RunAsync(server.Client, 0, default);
        await scenario.RunAsync(server.Client, 1, default);

        Assert.Equal(
            ["http://host/send", "http://host/verify", "http://host/send", "http://host/verify"],
            server.Asked.Select(asked => asked.Url));
        var addresses = server.Asked.Select(asked => AddressIn(asked.Body)).ToArray();
        Assert.Equal((addresses[0], addresses[2]), (addresses[1], addresses[3]));
        Assert.NotEqual(addresses[0], addresses[2]);
        Assert.Contains("\"code\":\"4711\"", server.Asked[1].Body, StringComparison.Ordinal);
        Assert.Contains("x-key: 4711", server.Asked[1].Headers, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no", HttpStatusCode.OK)]
    [InlineData("yes", HttpStatusCode.BadRequest)]
    [InlineData("yes", HttpStatusCode.Created)]
    public async Task An_answer_that_is_not_the_right_one_is_an_error(string result, HttpStatusCode status)
    {
        using var server = Server(result, status);

        await Assert.ThrowsAsync<WrongAnswerException>(
            () => new PairScenario(Read(Plan)).RunAsync(server.Client, 0, default));
    }

    [Fact]
    public async Task A_code_that_the_answer_does_not_hold_is_found_behind_a_URL()
    {
        using var server = Server("yes");
        var plan = Read(Plan) with { Code = new CodePlan("otp", Url: "http://host/code?to={address}") };

        await new PairScenario(plan).RunAsync(server.Client, 0, default);

        Assert.StartsWith("http://host/code?to=u", server.Asked[1].Url, StringComparison.Ordinal);
        Assert.Contains("\"code\":\"1234\"", server.Asked[2].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Or_in_a_file()
    {
        using var server = Server("yes");
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "9876\n");

        await new PairScenario(Read(Plan) with { Code = new CodePlan(File: file) }).RunAsync(server.Client, 0, default);

        File.Delete(file);
        Assert.Contains("\"code\":\"9876\"", server.Asked[1].Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"expect\"", "\"expects\"")]
    [InlineData("\"address\"", "\"adress\"")]
    public void A_plan_with_a_name_that_means_nothing_is_refused(string name, string wrong) => Assert.Throws<JsonException>(
        () => Read(Plan.Replace(name, wrong, StringComparison.Ordinal)));

    [Fact]
    public async Task Several_servers_are_asked_in_turn()
    {
        using var server = Server("yes");
        var plans = new[] { Read(Plan), Read(Plan.Replace("http://host/", "http://other/", StringComparison.Ordinal)) };
        var inTurn = new InTurn([.. plans.Select(plan => new PairScenario(plan))]);

        for (var number = 0; number < 4; number++)
        {
            await inTurn.RunAsync(server.Client, number, default);
        }

        Assert.Equal(
            ["host", "host", "other", "other", "host", "host", "other", "other"],
            server.Asked.Select(asked => new Uri(asked.Url).Host));
    }

    private static ScriptedServer Server(string result, HttpStatusCode status = HttpStatusCode.OK) => new((url, body) =>
        new Uri(url).AbsolutePath switch
        {
            "/send" => (HttpStatusCode.OK, $$$"""{"sent":{"to":"{{{AddressIn(body)}}}"},"code":"4711"}"""),
            "/code" => (HttpStatusCode.OK, """{"otp":1234}"""),
            _ => (status, $$"""{"result":"{{result}}"}"""),
        });

    private static string AddressIn(string body) => JsonDocument.Parse(body).RootElement.GetProperty("to").GetString()!;

    private static PairPlan Read(string plan)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, $"[{plan}]");
            return Assert.Single(PairPlan.Read(file));
        }
        finally
        {
            File.Delete(file);
        }
    }
}
