using System.Net;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http.Races;

internal sealed class OnlyIdRacer(AppTrio trio, Spelled to, OnlyIdCaller caller) : Racer(trio, to)
{
    public override Task<string> CodeAsync() => caller.CodeAsync(To.Plain, ("maxFailCount", AppTrio.MaxFailures));

    public override async Task<Verdict> SendAsync(HttpClient http, int number) =>
        Of(await caller.At(http).SendAsync(To[number]), HttpStatusCode.TooManyRequests);

    public override async Task<Verdict> CheckAsync(HttpClient http, string code) =>
        Of(await caller.At(http).VerifyAsync(To.Plain, code), HttpStatusCode.BadRequest);

    private static Verdict Of(Answer answer, HttpStatusCode no) =>
        Of((int)answer.Status, (int)HttpStatusCode.OK, (int)HttpStatusCode.ServiceUnavailable, (int)no);
}
