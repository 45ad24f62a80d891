using System.Net;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http.Bodies;

/// <summary>A status and <c>{"error": text}</c>.</summary>
internal sealed class OnlyIdBodyAnswers : BodyAnswers
{
    public override void ExpectTaken(Answer answer) => answer.Expect(HttpStatusCode.OK);

    public override void ExpectMalformed(Answer answer) =>
        answer.ExpectError(HttpStatusCode.BadRequest, "请求体应为一个有效的JSON对象");

    public override void ExpectTooLarge(Answer answer) =>
        answer.ExpectError(HttpStatusCode.RequestEntityTooLarge, "请求体不能超过16384字节");

    public override void ExpectBadField(Answer answer, string field)
    {
        answer.Expect(HttpStatusCode.BadRequest);
        Assert.StartsWith($"{field} ", answer.Text("error"), StringComparison.Ordinal);
    }
}
