using System.Net;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http.Races;

internal sealed class OnlyIdRacer(AppTrio trio, string mobile, OnlyIdCaller caller) : Racer(trio, mobile)
{
    public override Task<string> CodeAsync() => caller.CodeAsync(Mobile, ("maxFailCount", AppTrio.MaxFailures));

    public override async Task<Verdict> SendAsync(HttpClient http, int number) =>
        Of(await caller.At(http).SendAsync(Spelled(number)), HttpStatusCode.TooManyRequests);

    public override async Task<Verdict> CheckAsync(HttpClient http, string code) =>
        Of(await caller.At(http).VerifyAsync(Mobile, code), HttpStatusCode.BadRequest);

    private static Verdict Of(Answer answer, HttpStatusCode no) =>
        Of((int)answer.Status, (int)HttpStatusCode.OK, (int)HttpStatusCode.ServiceUnavailable, (int)no);
}
