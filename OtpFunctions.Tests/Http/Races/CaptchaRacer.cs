using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http.Races;

/// <summary>Its contract knows one spelling of a phone, of 11 digits.</summary>
internal sealed class CaptchaRacer(AppTrio trio, Spelled to) : Racer(trio, to)
{
    private const int Wrong = 100;
    private const int Busy = 503;
    private static readonly int[] TooOften = [1023, 1024, 1025];
    private readonly CaptchaCaller _caller = new(trio.Apps[0]);
    private string _rand = "";

    public override async Task<string> CodeAsync()
    {
        (var title, _rand) = await _caller.SmsAsync(To.Plain);
        return title;
    }

    public override async Task<Verdict> SendAsync(HttpClient http, int number) => Of(
        CaptchaCaller.StatusOf(await _caller.At(http).CallAsync("sms", "generate", new() { ["phone"] = To.Plain })),
        0,
        Busy,
        TooOften);

    public override async Task<Verdict> CheckAsync(HttpClient http, string code) =>
        Of(CaptchaCaller.StatusOf(await _caller.At(http).ValidateAsync("sms", code, _rand)), 0, Busy, Wrong);
}
