using System.Net;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http.Bodies;

/// <summary>The Captcha API's envelope: -2, without an id where none could be read; it does not name the field.</summary>
internal sealed class CaptchaBodyAnswers(int taken) : BodyAnswers
{
    private const string Refused = """{"id":-1,"status":-2,"message":"Error JSON value","data":{}}""";

    public override void ExpectTaken(Answer answer) => CaptchaCaller.Expect(answer, taken);

    public override void ExpectMalformed(Answer answer) => Assert.Equal(Refused, answer.Expect(HttpStatusCode.OK).Body);

    public override void ExpectTooLarge(Answer answer) =>
        Assert.Equal(Refused, answer.Expect(HttpStatusCode.RequestEntityTooLarge).Body);

    public override void ExpectBadField(Answer answer, string field) => Assert.Equal(
        """{"id":7,"status":-2,"message":"Error JSON value","data":{}}""", answer.Expect(HttpStatusCode.OK).Body);
}
