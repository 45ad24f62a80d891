using System.Text.Json.Nodes;
using OtpFunctions.Tests.Fakes;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http.Captcha;

/// <summary>What the console tells of the dialect's SMS.</summary>
[Collection(SharedAppCollection.Name)]
public sealed class RecordTests(SharedApp shared)
{
    [Fact]
    public async Task An_SMS_leaves_a_record_that_names_the_dialect_and_the_rand()
    {
        var phone = Recipients.Mobile();
        var (title, rand) = await new CaptchaCaller(shared.App).SmsAsync(phone);

        var page = await Eventually.GetAsync(
            () => shared.ConsoleOf("otp").PostAsync("?dialect=captcha", new JsonObject { ["keyword"] = phone }),
            page => page.Json.GetProperty("total").GetInt32() == 1);

        var record = page.Json.GetProperty("list")[0];
        Assert.Equal(
            ("captcha", "sms", "", rand, true),
            (record.GetProperty("dialect").GetString(), record.GetProperty("channel").GetString(),
                record.GetProperty("clientId").GetString(), record.GetProperty("template").GetString(),
                record.GetProperty("sendSuccess").GetBoolean()));
        Assert.DoesNotContain(title, page.Body, StringComparison.Ordinal);
    }
}
