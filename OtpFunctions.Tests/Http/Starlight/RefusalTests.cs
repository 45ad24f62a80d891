using OtpFunctions.Tests.Fakes;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http.Starlight;

/// <summary>The refusals that take other settings: no e-mail, SMS to one country, one send an hour, one wrong try.</summary>
public sealed class RefusalTests
{
    [LocalFact]
    public async Task What_may_not_be_sent_is_10501_and_what_may_not_be_sent_again_10502()
    {
        await using var app = await FunctionApp.StartAsync((await AppSettings.FreshAsync()).With(
            ("Otp__Delivery__Email", "None"),
            ("Otp__Destinations__Countries", "86"),
            ("Otp__Limits__SendsPerHour", "1"),
            ("Otp__Starlight__MaxFailures", "1")));
        var caller = await StarlightCaller.NewAsync(app, StarlightCaller.Permission);
        var byMail = await StarlightCaller.UserAsync(app, Recipients.Email());
        var abroad = await StarlightCaller.UserAsync(app, telephone: Recipients.Abroad());
        var user = await StarlightCaller.UserAsync(app, telephone: Recipients.Mobile());

        AssertRefused(await caller.GetAsync(byMail), 10501, "验证码发送失败");
        AssertRefused(await caller.GetAsync(abroad), 10501, "不支持向该手机号发送验证码");

        var code = (await caller.SentAsync(user)).GetProperty("verification_code").GetString()!;
        AssertRefused(await caller.CheckAsync(user, CodeBench.WrongFor(code)), 10475, "验证码错误或已过期");
        AssertRefused(await caller.CheckAsync(user, code), 10475, "验证码错误或已过期");
        var spent = await caller.GetAsync(user);
        AssertRefused(spent, 10502, "发送次数已达到上限");
        Assert.InRange(spent.RetryAfter!.Value.TotalSeconds, 3500, 3600);
    }

    private static void AssertRefused(Answer answer, int code, string info)
    {
        answer.ExpectCode(code, info);
        Assert.EndsWith(""","kind":"","total":0,"spec":null}""", answer.Body, StringComparison.Ordinal);
    }
}
