using System.Net;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http.Bodies;

/// <summary>How Fresns says no: 30000 for a body, 30002 for a field; it does not name the field.</summary>
internal sealed class FresnsBodyAnswers(int taken) : BodyAnswers
{
    public override void ExpectTaken(Answer answer) => answer.ExpectCode(taken);

    public override void ExpectMalformed(Answer answer) => answer.ExpectCode(30000);

    public override void ExpectTooLarge(Answer answer)
    {
        answer.Expect(HttpStatusCode.RequestEntityTooLarge);
        Assert.Equal("""{"code":30000,"message":"请求内容无效","data":null}""", answer.Body);
        Assert.Equal("v2", answer.Header("Fresns-Api"));
    }

    public override void ExpectBadField(Answer answer, string field) => answer.ExpectCode(30002);
}
