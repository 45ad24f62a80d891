using System.Text.Json.Nodes;
using OtpFunctions.Tests.Fixtures;
using OtpFunctions.Tests.Http.Golden;

namespace OtpFunctions.Tests.Http.Captcha;

[Collection(SharedAppCollection.Name)]
public sealed class GoldenTests(SharedApp shared)
{
    private const string Dialect = "Captcha";

    private static readonly int[] WithWait = [1013, 1022, 1023, 1024, 1025, 503];

    public static TheoryData<string, string> Cases() => GoldenSuite.CasesOf(Dialect);

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task The_answer_is_as_written(string file, string title)
    {
        var golden = GoldenSuite.Find(Dialect, file, title);

        var answer = await GoldenSuite.RunAsync(golden, new CaptchaRun(shared));

        Assert.Equal(WithWait.Contains(CaptchaCaller.StatusOf(answer)), answer.RetryAfter is not null);
    }

    [Theory]
    [InlineData("""{"id":7,"status":-1,"message":"Error JSON key","data":{}}""", false)]
    [InlineData("""{"id":7,"status":-1,"message":"Error JSON key","data":null}""")]
    [InlineData("""{"id":"7","status":-1,"message":"Error JSON key","data":{}}""")]
    [InlineData("""{"id":7,"status":-2,"message":"Error JSON value","data":{}}""")]
    [InlineData("""{"status":-1,"id":7,"message":"Error JSON key","data":{}}""")]
    public async Task A_planted_wrong_answer_is_noticed(string planted, bool isWrong = true)
    {
        var answer = await new CaptchaRun(shared).CallAsync(new GoldenStep { Call = "img/generate", Without = ["data"] });
        var expected = (JsonObject)JsonNode.Parse(planted)!;

        var failure = Record.Exception(() => GoldenAnswer.AssertEqual(expected, answer));

        Assert.Equal(isWrong, failure is Xunit.Sdk.XunitException);
    }

    [Fact]
    public void Every_title_is_a_sentence_of_its_own_and_cites_its_source() =>
        GoldenSuite.AssertTold(Dialect, 100, "Captcha|Captcha, later versions|Tencent SMS|docs/dialects/captcha.md");
}
