using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http.Races;

internal sealed class StarlightRacer(AppTrio trio, string mobile, StarlightCaller caller, string user)
    : Racer(trio, mobile)
{
    private const int CodeWrong = 10475;
    private const int SendsSpent = 10502;

    public override bool KeepsCode => true;

    public static async Task<StarlightRacer> NewAsync(AppTrio trio, string mobile) => new(
        trio,
        mobile,
        await StarlightCaller.NewAsync(trio.Apps[0], StarlightCaller.Permission),
        await StarlightCaller.UserAsync(trio.Apps[0], telephone: mobile));

    public override async Task<string> CodeAsync() =>
        (await caller.With(Trio.NextNetwork()).SentAsync(user)).GetProperty("verification_code").GetString()!;

    public override async Task<Verdict> SendAsync(HttpClient http, int number) =>
        Of(CodeOf(await caller.With(Trio.NextNetwork()).At(http).GetAsync(user)), 200, 503, SendsSpent);

    public override async Task<Verdict> CheckAsync(HttpClient http, string code) =>
        Of(CodeOf(await caller.With(Trio.NextNetwork()).At(http).CheckAsync(user, code)), 200, 503, CodeWrong);

    private static int CodeOf(Answer answer) => answer.Json.GetProperty("code").GetInt32();
}
