using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http.Starlight;

/// <summary>Whose calls are counted together: the 20 a minute of the document.</summary>
public sealed class NetworkTests
{
    private const int Limit = 20;
    private const string TooOften = "您使用的IP地址在单位时间内调用api接口的次数已达到上限";
    private const string Header = "CLIENT-IP";

    [LocalFact]
    public async Task Without_a_header_of_the_front_end_no_header_counts_and_the_21st_call_is_1111()
    {
        await using var app = await FunctionApp.StartAsync(await AppSettings.FreshAsync());
        var caller = await StarlightCaller.NewAsync(app, StarlightCaller.Permission);
        var user = await StarlightCaller.UserAsync(app, Recipients.Email());
        var forged = Enumerable.Range(1, Limit + 1).Select(number => caller.With(
            ("X-Forwarded-For", $"203.0.113.{number}"),
            (Header, $"203.0.113.{number}"),
            ("Forwarded", $"for=203.0.113.{number}"))).ToList();

        foreach (var admitted in forged[..Limit])
            (await admitted.GetAsync(user)).ExpectCode(200);

        AssertTooOften(await forged[Limit].GetAsync(user));
        AssertTooOften(await caller.CheckAsync(user, "123456"));
        AssertTooOften(await new StarlightCaller(app.Http, "none").GetAsync("nobody"));
    }

    [LocalFact]
    public async Task With_a_header_of_the_front_end_its_address_counts()
    {
        await using var app = await StartBehindAsync();
        var caller = await StarlightCaller.NewAsync(app, StarlightCaller.Permission);
        var user = await StarlightCaller.UserAsync(app, Recipients.Email());

        await FillAsync("203.0.113.1");
        await RefusedAsync((Header, "203.0.113.1"));
        await RefusedAsync((Header, "203.0.113.1:50123"));
        await RefusedAsync((Header, "::ffff:203.0.113.1"));
        await RefusedAsync((Header, "203.0.113.1"), ("X-Forwarded-For", "203.0.113.9"));
        await AdmittedAsync((Header, "203.0.113.2"));

        await FillAsync("[2001:db8:1:2::1]:50123");
        await RefusedAsync((Header, "2001:db8:1:2::1"));
        await RefusedAsync((Header, "2001:db8:1:2:ffff:ffff:ffff:ffff"));
        await AdmittedAsync((Header, "2001:db8:1:3::1"));

        // What names no address is the connection's, which all of these share.
        await FillAsync("unknown");
        await RefusedAsync();
        await RefusedAsync((Header, ""));
        await RefusedAsync((Header, "203.0.113.3, 203.0.113.4"));
        await AdmittedAsync((Header, "203.0.113.3"));

        async Task FillAsync(string address)
        {
            for (var call = 0; call < Limit; call++)
                await AdmittedAsync((Header, address));
        }

        async Task AdmittedAsync(params (string, string)[] headers) =>
            (await caller.With(headers).GetAsync(user)).ExpectCode(200);

        async Task RefusedAsync(params (string, string)[] headers) =>
            AssertTooOften(await caller.With(headers).GetAsync(user));
    }

    [LocalFact]
    public async Task Calls_that_are_refused_for_their_permission_or_user_count_too()
    {
        await using var app = await StartBehindAsync();
        var caller = (await StarlightCaller.NewAsync(app, StarlightCaller.Permission)).With((Header, "203.0.113.1"));
        var stranger = new StarlightCaller(app.Http, "none") { Headers = caller.Headers };
        for (var call = 0; call < Limit; call += 2)
        {
            (await stranger.GetAsync("nobody")).ExpectCode(403);
            (await caller.CheckAsync("nobody", "123456")).ExpectCode(10401);
        }

        AssertTooOften(await caller.GetAsync("nobody"));
        AssertTooOften(await stranger.GetAsync("nobody"));
    }

    private static async Task<FunctionApp> StartBehindAsync() =>
        await FunctionApp.StartAsync((await AppSettings.FreshAsync()).With(("Otp__Client__AddressHeader", Header)));

    private static void AssertTooOften(Answer answer)
    {
        answer.ExpectCode(1111);
        var uuid = Guid.ParseExact(answer.Text("uuid"), "D");
        Assert.Equal(
            $$"""{"uuid":"{{uuid}}","code":1111,"info":"{{TooOften}}","kind":"","total":0,"spec":null}""", answer.Body);
        Assert.InRange(answer.RetryAfter!.Value.TotalSeconds, 1, 60);
    }
}
