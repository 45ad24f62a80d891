using System.Text.Json.Nodes;
using OtpFunctions.Tests.Fixtures;
using OtpFunctions.Tests.Http.Golden;

namespace OtpFunctions.Tests.Http.OnlyId;

[Collection(SharedAppCollection.Name)]
public sealed class GoldenTests(SharedApp shared)
{
    private const string Dialect = "OnlyId";

    public static TheoryData<string, string> Cases() => GoldenSuite.CasesOf(Dialect);

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task The_answer_is_as_written(string file, string title)
    {
        var golden = GoldenSuite.Find(Dialect, file, title);

        var answer = await GoldenSuite.RunAsync(golden, await OnlyIdRun.BeginAsync(shared, golden.Config));

        Assert.Null(answer.RetryAfter);
    }

    [Theory]
    [InlineData("""{"error":"clientId 应为字符串"}""")]
    [InlineData("""{"error":"~[a-zA-Z]+ 必填"}""", false)]
    [InlineData("""{"error":"clientId 必填","more":1}""")]
    [InlineData("""{"Error":"clientId 必填"}""")]
    [InlineData("""{"error":"~clientId"}""")]
    public async Task A_planted_wrong_answer_is_noticed(string planted, bool isWrong = true)
    {
        var run = await OnlyIdRun.BeginAsync(shared, null);
        var answer = await run.CallAsync(new GoldenStep { Call = "send-otp", Without = ["clientId"] });
        var expected = (JsonObject)JsonNode.Parse(planted)!;

        var failure = Record.Exception(() => GoldenAnswer.AssertEqual(expected, answer));

        Assert.Equal(isWrong, failure is Xunit.Sdk.XunitException);
    }

    [Fact]
    public void Every_title_is_a_sentence_of_its_own_and_cites_its_source() =>
        GoldenSuite.AssertTold(Dialect, 100, "OnlyID|docs/dialects/onlyid.md|docs/console.md");
}
