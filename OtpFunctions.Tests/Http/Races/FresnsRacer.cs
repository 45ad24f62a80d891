using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http.Races;

internal sealed class FresnsRacer(AppTrio trio, Spelled to) : Racer(trio, to)
{
    private const int Busy = 30003;
    private const int TooOften = 33201;
    private const int CodeWrong = 33203;

    public override Task<string> CodeAsync() => At(Trio.Apps[0].Http).CodeAsync(To.Plain);

    public override async Task<Verdict> SendAsync(HttpClient http, int number) =>
        Of(FresnsCaller.CodeOf(await At(http).SendAsync(To[number])), 0, Busy, TooOften);

    public override async Task<Verdict> CheckAsync(HttpClient http, string code) =>
        Of(FresnsCaller.CodeOf(await At(http).CheckAsync(To.Plain, code)), 0, Busy, CodeWrong);

    private FresnsCaller At(HttpClient http) => new FresnsCaller(http).With(Trio.NextNetwork());
}
