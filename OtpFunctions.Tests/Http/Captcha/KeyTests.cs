using System.Net;
using System.Text.Json.Nodes;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http.Captcha;

/// <summary>The endpoint hands out answers and burns tries: without a key nobody is heard. A picture is open to all.</summary>
public sealed class KeyTests
{
    private const string Key = "host-key-of-this-test-0123456789";

    [LocalFact]
    public async Task Every_call_needs_a_key_but_for_the_picture()
    {
        await using var app = await FunctionApp.StartAsync((await AppSettings.FreshAsync()).With((AppSettings.HostKey, Key)));
        var caller = new CaptchaCaller(app);
        var (code, addr, rand) = await caller.PictureAsync();

        foreach (var key in new[] { null, "", Key + "0", Key.ToUpperInvariant() })
        {
            var stranger = new CaptchaCaller(app.Http, key);
            foreach (var (type, subtype, data) in new (string, string, JsonObject)[]
            {
                ("img", "generate", []),
                ("img", "validate", new() { ["code"] = code, ["rand"] = rand }),
                ("sms", "generate", new() { ["phone"] = Recipients.Mobile() }),
                ("sms", "validate", new() { ["code"] = "12345", ["rand"] = "aaaaa" }),
                ("pow", "generate", []),
                ("pow", "validate", new() { ["challenge"] = "a", ["solution"] = "b" }),
            })
            {
                var answer = await stranger.CallAsync(type, subtype, data);
                Assert.Equal((HttpStatusCode.Unauthorized, ""), (answer.Status, answer.Body));
            }
        }

        using var picture = await new CaptchaCaller(app.Http, null).FetchAsync(addr);
        Assert.Equal(HttpStatusCode.OK, picture.StatusCode);
        var byQuery = await Answer.ReadAsync(app.Http.PostAsync(
            new Uri($"{CaptchaCaller.Path}?code={Key}", UriKind.Relative),
            JsonContent.Create(CaptchaCaller.Body("img", "validate", new() { ["code"] = code, ["rand"] = rand }))));
        CaptchaCaller.Expect(byQuery, 0);
    }
}
