using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http.Races;

/// <summary>Asks by the name of a user, one for each address whatever its case, or by the address in any spelling.</summary>
internal sealed class StarlightRacer(AppTrio trio, Spelled to, StarlightCaller caller, IReadOnlyList<string> users)
    : Racer(trio, to)
{
    private const int CodeWrong = 10475;
    private const int SendsSpent = 10502;

    public override bool KeepsCode => true;

    public static async Task<StarlightRacer> NewAsync(AppTrio trio, Spelled to) => new(
        trio,
        to,
        await StarlightCaller.NewAsync(trio.Apps[0], StarlightCaller.Permission),
        await Task.WhenAll(to.Deliveries.Distinct(StringComparer.OrdinalIgnoreCase).Select(address => UserAsync(trio, address))));

    /// <summary>Asks for one user with a mailbox and a phone; a code was sent to each.</summary>
    public static async Task<(StarlightRacer Racer, string[] Codes)> WithTwoAddressesAsync(
        AppTrio trio, Spelled mailbox, Spelled mobile)
    {
        var caller = await StarlightCaller.NewAsync(trio.Apps[0], StarlightCaller.Permission);
        var user = await StarlightCaller.UserAsync(trio.Apps[0], mailbox.Plain, mobile.Plain);
        var racer = new StarlightRacer(trio, mailbox, caller, [user]);
        return (racer, [await racer.CodeAsync(byTelephone: false), await racer.CodeAsync(byTelephone: true)]);
    }

    public override Task<string> CodeAsync() => CodeAsync(byTelephone: false);

    public override async Task<Verdict> SendAsync(HttpClient http, int number) =>
        Of(CodeOf(await caller.With(Trio.NextNetwork()).At(http).GetAsync(Asked(number))), 200, 503, SendsSpent);

    public override async Task<Verdict> CheckAsync(HttpClient http, string code) =>
        Of(CodeOf(await caller.With(Trio.NextNetwork()).At(http).CheckAsync(users[0], code)), 200, 503, CodeWrong);

    private async Task<string> CodeAsync(bool byTelephone)
    {
        var spec = await caller.With(Trio.NextNetwork()).SentAsync(users[0], byTelephone);
        return spec.GetProperty("verification_code").GetString()!;
    }

    private static Task<string> UserAsync(AppTrio trio, string address) => address.Contains('@', StringComparison.Ordinal)
        ? StarlightCaller.UserAsync(trio.Apps[0], email: address)
        : StarlightCaller.UserAsync(trio.Apps[0], telephone: address);

    private string Asked(int number) => number % 2 == 0 ? users[number % users.Count] : To[number];

    private static int CodeOf(Answer answer) => answer.Json.GetProperty("code").GetInt32();
}
