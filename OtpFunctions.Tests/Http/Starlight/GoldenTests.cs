using System.Text.Json.Nodes;
using OtpFunctions.Tests.Fixtures;
using OtpFunctions.Tests.Http.Golden;

namespace OtpFunctions.Tests.Http.Starlight;

[Collection(SharedAppCollection.Name)]
public sealed class GoldenTests(SharedApp shared)
{
    private const string Dialect = "Starlight";

    public static TheoryData<string, string> Cases() => GoldenSuite.CasesOf(Dialect);

    // Local, for a deployed service has the documented 20 calls a minute for all of them.
    [LocalTheory]
    [MemberData(nameof(Cases))]
    public async Task The_answer_is_as_written(string file, string title)
    {
        var golden = GoldenSuite.Find(Dialect, file, title);

        var answer = await GoldenSuite.RunAsync(golden, await StarlightRun.BeginAsync(shared, golden.Config));

        Assert.Null(answer.RetryAfter);
    }

    [LocalTheory]
    [InlineData("""{"uuid":"$UUID","code":400,"info":"user_name不能为空","kind":"","total":0,"spec":null}""", false)]
    [InlineData("""{"uuid":"$UUID","code":400,"info":"user_name不能为空","kind":"","total":0,"spec":{}}""")]
    [InlineData("""{"uuid":"x","code":400,"info":"user_name不能为空","kind":"","total":0,"spec":null}""")]
    [InlineData("""{"code":400,"uuid":"$UUID","info":"user_name不能为空","kind":"","total":0,"spec":null}""")]
    [InlineData("""{"uuid":"$UUID","code":400,"info":"user_name不能为空","kind":"","total":1,"spec":null}""")]
    public async Task A_planted_wrong_answer_is_noticed(string planted, bool isWrong = true)
    {
        var run = await StarlightRun.BeginAsync(shared, null);
        var answer = await run.CallAsync(
            new GoldenStep { Call = "get_internal_verification_code", Without = ["user_name"] });
        var expected = (JsonObject)JsonNode.Parse(planted)!;

        var failure = Record.Exception(() => GoldenAnswer.AssertEqual(expected, answer));

        Assert.Equal(isWrong, failure is Xunit.Sdk.XunitException);
    }

    [LocalFact]
    public async Task Every_answer_has_a_uuid_of_its_own()
    {
        var run = await StarlightRun.BeginAsync(shared, null);
        var call = new GoldenStep { Call = "get_internal_verification_code" };

        var answers = new[] { await run.CallAsync(call), await run.CallAsync(call), await run.CallAsync(call) };

        Assert.Distinct(answers.Select(answer => answer.Text("uuid")));
    }

    [Fact]
    public void Every_title_is_a_sentence_of_its_own_and_cites_its_source() =>
        GoldenSuite.AssertTold(Dialect, 60, "Starlight|docs/dialects/starlight.md");
}
