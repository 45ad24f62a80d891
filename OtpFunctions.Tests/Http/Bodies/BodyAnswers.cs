using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http.Bodies;

/// <summary>How a dialect answers a body that it takes, and those that it does not.</summary>
internal abstract class BodyAnswers
{
    public abstract void ExpectTaken(Answer answer);

    public abstract void ExpectMalformed(Answer answer);

    public abstract void ExpectTooLarge(Answer answer);

    public abstract void ExpectBadField(Answer answer, string field);
}
