using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http.Captcha;

/// <summary>A wrong hash without a rand is no code's wrong try: what it costs is the caller's network's window.</summary>
public sealed class HashWindowTests
{
    [LocalFact]
    public async Task Hashes_alone_are_counted_for_SMS_codes_right_or_wrong_and_for_nothing_else()
    {
        await using var app = await FunctionApp.StartAsync(
            (await AppSettings.FreshAsync()).With(("Otp__Captcha__HashOnlyPerMinute", "3")));
        var caller = new CaptchaCaller(app);
        var (one, oneRand) = await caller.SmsAsync(Recipients.Mobile());
        var (two, twoRand) = await caller.SmsAsync(Recipients.Mobile());
        var (code, _, rand) = await caller.PictureAsync();

        CaptchaCaller.Expect(await caller.ValidateHashAsync("sms", CaptchaCaller.HashOf(one, oneRand)), 0);
        for (var miss = 0; miss < 2; miss++)
            CaptchaCaller.Expect(await caller.ValidateHashAsync("sms", new string('0', 32)), 100);

        foreach (var hash in new[] { new string('0', 32), CaptchaCaller.HashOf(two, twoRand) })
        {
            var refused = CaptchaCaller.Expect(await caller.ValidateHashAsync("sms", hash), 1013);
            Assert.Equal("请求过于频繁，命中频率限制策略", refused.Text("message"));
            Assert.InRange(refused.RetryAfter!.Value.TotalSeconds, 1, 60);
        }

        CaptchaCaller.Expect(await caller.ValidateHashAsync("img", new string('0', 32)), 100);
        CaptchaCaller.Expect(await caller.ValidateHashAsync("img", CaptchaCaller.HashOf(code.ToLowerInvariant(), rand)), 0);
        CaptchaCaller.Expect(await caller.ValidateHashAsync("sms", CaptchaCaller.HashOf(two, twoRand), twoRand), 0);
    }
}
