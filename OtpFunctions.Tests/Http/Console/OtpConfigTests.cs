using System.Net;
using System.Text.Json.Nodes;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http.Console;

[Collection(SharedAppCollection.Name)]
public sealed class OtpConfigTests(SharedApp shared)
{
    private readonly ConsoleCaller _console = shared.Console;

    public static TheoryData<string, string> AllowedValues() => new()
    {
        { "length", "4" }, { "length", "6" }, { "length", "8" },
        { "type", "\"NUMBER\"" }, { "type", "\"NUMBER_LETTER_LOWERCASE\"" }, { "type", "\"NUMBER_LETTER\"" },
        { "expireMin", "5" }, { "expireMin", "10" }, { "expireMin", "20" },
        { "maxFailCount", "5" }, { "maxFailCount", "10" }, { "maxFailCount", "20" },
        { "reuse", "true" }, { "reuse", "false" },
    };

    public static TheoryData<string, string, string> BadValues()
    {
        var values = new TheoryData<string, string, string>();
        Add("length", "4, 6 or 8", "0", "3", "5", "7", "9", "-4", "2147483647");
        Add("expireMin", "5, 10 or 20", "0", "1", "4", "6", "11", "21");
        Add("maxFailCount", "5, 10 or 20", "0", "1", "4", "6", "11", "21");
        Add(
            "type", "NUMBER, NUMBER_LETTER_LOWERCASE or NUMBER_LETTER",
            "\"number\"", "\"LETTER\"", "\"0\"", "\"NUMBER \"", "\"Digits\"");
        foreach (var number in new[] { "length", "expireMin", "maxFailCount" })
        {
            Add(number, "a whole number", "\"6\"", "6.5", "true", "{}", "2147483648");
            Add(number, "given, a whole number", "null");
        }

        Add("type", "a string", "5", "true", "[]");
        Add("type", "given, a string", "null", "\"\"");
        Add("reuse", "true or false", "\"true\"", "1", "{}");
        Add("reuse", "given, true or false", "null");
        return values;

        void Add(string field, string expected, params string[] bad)
        {
            foreach (var value in bad)
                values.Add(field, value, $"{field} must be {expected}.");
        }
    }

    [Fact]
    public async Task A_new_application_has_the_defaults()
    {
        var caller = await _console.CreateAsync();

        var config = (await _console.GetAsync($"{caller.ClientId}/otp-config")).Expect(HttpStatusCode.OK);

        Assert.Equal("""{"length":6,"type":"NUMBER","expireMin":10,"maxFailCount":10,"reuse":false}""", config.Body);
    }

    [Theory]
    [MemberData(nameof(AllowedValues))]
    public async Task An_allowed_value_is_kept(string field, string value)
    {
        var caller = await _console.CreateAsync();
        var wanted = ConsoleCaller.OtpConfig(new JsonObject { [field] = JsonNode.Parse(value) });

        var put = (await _console.PutAsync($"{caller.ClientId}/otp-config", wanted)).Expect(HttpStatusCode.OK);

        var kept = (await _console.GetAsync($"{caller.ClientId}/otp-config")).Expect(HttpStatusCode.OK);
        var shown = (await _console.GetAsync(caller.ClientId)).Json.GetProperty("otpConfig").GetRawText();
        Assert.All(new[] { put.Body, kept.Body, shown }, body => Assert.Equal(wanted.ToJsonString(), body));
    }

    [Theory]
    [MemberData(nameof(BadValues))]
    public async Task A_bad_value_is_refused_with_its_field_and_what_it_may_be(
        string field, string value, string detail)
    {
        var caller = await _console.CreateAsync();
        var bad = ConsoleCaller.OtpConfig(new JsonObject { [field] = JsonNode.Parse(value) });

        var answer = await _console.PutAsync($"{caller.ClientId}/otp-config", bad);

        Assert.Equal(detail, answer.ExpectProblem(HttpStatusCode.BadRequest).Text("detail"));
        var kept = await _console.GetAsync($"{caller.ClientId}/otp-config");
        Assert.Equal(ConsoleCaller.OtpConfig().ToJsonString(), kept.Body);
    }

    [Theory]
    [InlineData("length")]
    [InlineData("type")]
    [InlineData("expireMin")]
    [InlineData("maxFailCount")]
    [InlineData("reuse")]
    public async Task All_five_fields_are_given(string field)
    {
        var caller = await _console.CreateAsync();
        var config = ConsoleCaller.OtpConfig();
        config.Remove(field);

        (await _console.PutAsync($"{caller.ClientId}/otp-config", config))
            .ExpectProblem(HttpStatusCode.BadRequest, $"{field} must be given");
    }
}
