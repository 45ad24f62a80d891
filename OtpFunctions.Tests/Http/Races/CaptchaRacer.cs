using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http.Races;

internal sealed class CaptchaRacer(AppTrio trio, string mobile) : Racer(trio, mobile)
{
    private const int Wrong = 100;
    private const int Busy = 503;
    private static readonly int[] TooOften = [1023, 1024, 1025];
    private readonly CaptchaCaller _caller = new(trio.Apps[0]);
    private string _rand = "";

    public override async Task<string> CodeAsync()
    {
        (var title, _rand) = await _caller.SmsAsync(Mobile);
        return title;
    }

    public override async Task<Verdict> SendAsync(HttpClient http, int number) => Of(
        CaptchaCaller.StatusOf(await _caller.At(http).CallAsync("sms", "generate", new() { ["phone"] = Mobile })),
        0,
        Busy,
        TooOften);

    public override async Task<Verdict> CheckAsync(HttpClient http, string code) =>
        Of(CaptchaCaller.StatusOf(await _caller.At(http).ValidateAsync("sms", code, _rand)), 0, Busy, Wrong);
}
