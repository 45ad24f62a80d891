using System.Net;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http.Bodies;

/// <summary>Problem details.</summary>
/// <param name="taken">The status of a body that is taken.</param>
internal sealed class ConsoleBodyAnswers(HttpStatusCode taken) : BodyAnswers
{
    public override void ExpectTaken(Answer answer) => answer.Expect(taken);

    public override void ExpectMalformed(Answer answer) =>
        answer.ExpectProblem(HttpStatusCode.BadRequest, "The body must be one JSON object, each name once.");

    public override void ExpectTooLarge(Answer answer) =>
        answer.ExpectProblem(HttpStatusCode.RequestEntityTooLarge, "A body has at most 16384 bytes.");

    public override void ExpectBadField(Answer answer, string field)
    {
        answer.ExpectProblem(HttpStatusCode.BadRequest);
        Assert.StartsWith($"{field} ", answer.Text("detail"), StringComparison.Ordinal);
    }
}
