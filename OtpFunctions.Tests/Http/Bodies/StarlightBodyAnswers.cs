using System.Net;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http.Bodies;

/// <summary>An envelope; HTTP 200 unless the body is too large.</summary>
internal sealed class StarlightBodyAnswers : BodyAnswers
{
    public override void ExpectTaken(Answer answer) => answer.ExpectCode(200, "");

    public override void ExpectMalformed(Answer answer) => answer.ExpectCode(400, "请求体应为一个有效的JSON对象");

    public override void ExpectTooLarge(Answer answer)
    {
        answer.Expect(HttpStatusCode.RequestEntityTooLarge);
        Assert.Equal((400, "请求体不能超过16384字节"), (answer.Json.GetProperty("code").GetInt32(), answer.Text("info")));
    }

    public override void ExpectBadField(Answer answer, string field) => answer.ExpectCode(400, $"{field}的类型错误");
}
