using System.Net;
using System.Text.Json.Nodes;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http.OnlyId;

[Collection(SharedAppCollection.Name)]
public sealed class GoldenTests(SharedApp shared)
{
    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (var path in System.IO.Directory.GetFiles(GoldenCase.Folder, "*.json").Order(StringComparer.Ordinal))
        {
            var file = Path.GetFileName(path);
            foreach (var golden in GoldenCase.ReadFile(file))
                cases.Add(file, golden.Title);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task The_answer_is_as_written(string file, string title)
    {
        var golden = GoldenCase.ReadFile(file).Single(candidate => candidate.Title == title);
        var run = await GoldenRun.BeginAsync(shared, golden.Config);
        foreach (var step in golden.Before)
        {
            for (var time = 0; time < step.Times; time++)
            {
                var earlier = await run.CallAsync(step);
                Assert.True((int)earlier.Status == step.Status, $"{step.Call} before it: {earlier.Body}");
            }
        }

        var answer = await run.CallAsync(golden.Request);

        answer.Expect((HttpStatusCode)golden.Status);
        Assert.Null(answer.RetryAfter);
        GoldenAnswer.AssertEqual(run.Expand(golden.Answer), answer);
    }

    [Theory]
    [InlineData("""{"error":"clientId 应为字符串"}""")]
    [InlineData("""{"error":"~[a-zA-Z]+ 必填"}""", false)]
    [InlineData("""{"error":"clientId 必填","more":1}""")]
    [InlineData("""{"Error":"clientId 必填"}""")]
    [InlineData("""{"error":"~clientId"}""")]
    public async Task A_planted_wrong_answer_is_noticed(string planted, bool isWrong = true)
    {
        var run = await GoldenRun.BeginAsync(shared, null);
        var answer = await run.CallAsync(new GoldenStep { Call = "send-otp", Without = ["clientId"] });
        var expected = (JsonObject)JsonNode.Parse(planted)!;

        var failure = Record.Exception(() => GoldenAnswer.AssertEqual(expected, answer));

        Assert.Equal(isWrong, failure is Xunit.Sdk.XunitException);
    }

    [Fact]
    public void Every_title_is_a_sentence_of_its_own_and_cites_its_source()
    {
        var cases = Cases().Select(row => (string)row[0]).Distinct().SelectMany(GoldenCase.ReadFile).ToArray();

        Assert.True(cases.Length > 100);
        Assert.Equal(cases.Length, cases.DistinctBy(golden => golden.Title).Count());
        Assert.All(
            cases,
            golden => Assert.Matches("^(OnlyID|docs/dialects/onlyid.md|docs/console.md)(, .+)?$", golden.Cites));
    }
}
