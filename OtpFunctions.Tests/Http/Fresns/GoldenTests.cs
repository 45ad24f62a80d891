using OtpFunctions.Tests.Fixtures;
using OtpFunctions.Tests.Http.Golden;

namespace OtpFunctions.Tests.Http.Fresns;

[Collection(SharedAppCollection.Name)]
public sealed class GoldenTests(SharedApp shared)
{
    private const string Dialect = "Fresns";
    private const int TooOften = 33201;

    public static TheoryData<string, string> Cases() => GoldenSuite.CasesOf(Dialect);

    // Local: codes are read from the outbox, and from one network more calls are made than are allowed in a minute.
    [LocalTheory]
    [MemberData(nameof(Cases))]
    public async Task The_answer_is_as_written(string file, string title)
    {
        var golden = GoldenSuite.Find(Dialect, file, title);

        var answer = await GoldenSuite.RunAsync(golden, await FresnsRun.BeginAsync(shared, golden.Config));

        Assert.Equal(FresnsCaller.CodeOf(answer) == TooOften, answer.RetryAfter is not null);
    }

    [Fact]
    public void Every_title_is_a_sentence_of_its_own_and_cites_its_source() =>
        GoldenSuite.AssertTold(Dialect, 150, "Fresns|Fresns v2.21.4|docs/dialects/fresns.md");
}
