using System.Net;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http.Golden;

/// <summary>What every dialect's golden tests do.</summary>
internal static class GoldenSuite
{
    /// <summary>File and title of each case of a dialect.</summary>
    public static TheoryData<string, string> CasesOf(string dialect)
    {
        var cases = new TheoryData<string, string>();
        foreach (var file in GoldenCase.FilesOf(dialect))
        {
            foreach (var golden in GoldenCase.ReadFile(dialect, file))
                cases.Add(file, golden.Title);
        }

        return cases;
    }

    public static GoldenCase Find(string dialect, string file, string title) =>
        GoldenCase.ReadFile(dialect, file).Single(candidate => candidate.Title == title);

    /// <summary>Makes the calls of a case and compares the last answer with what is written.</summary>
    public static async Task<Answer> RunAsync(GoldenCase golden, GoldenRun run)
    {
        foreach (var step in golden.Before)
        {
            for (var time = 0; time < step.Times; time++)
            {
                var earlier = await run.CallAsync(step);
                Assert.True(run.IsAsWritten(step, earlier), $"{step.Call} before it: {earlier.Body}");
            }
        }

        var answer = await run.CallAsync(golden.Request);

        answer.Expect((HttpStatusCode)golden.Status);
        GoldenAnswer.AssertEqual(run.Expand(golden.Answer), answer);
        return answer;
    }

    /// <summary>At least so many cases, each with a title of its own and a source that matches.</summary>
    public static void AssertTold(string dialect, int atLeast, string sources)
    {
        var cases = GoldenCase.FilesOf(dialect).SelectMany(file => GoldenCase.ReadFile(dialect, file)).ToArray();

        Assert.True(cases.Length >= atLeast, $"There are {cases.Length} cases.");
        Assert.Distinct(cases.Select(golden => golden.Title));
        Assert.All(cases, golden => Assert.Matches($"^({sources})(, .+)?$", golden.Cites));
    }
}
