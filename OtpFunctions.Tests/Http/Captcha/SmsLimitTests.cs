using OtpFunctions.Captcha;
using OtpFunctions.Core;
using OtpFunctions.Tests.Fakes;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http.Captcha;

/// <summary>One SMS in 30 seconds, five an hour, ten a day of Shanghai: both sides of each.</summary>
public sealed class SmsLimitTests
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Seconds = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public async Task The_windows_are_those_of_the_document()
    {
        var bench = new CaptchaBench(await TestTables.NewAsync());
        Assert.Null(await SendAsync(bench));
        bench.Clock.Advance(Seconds - Tick);
        Assert.Equal(new(FailureCode.TooOften, Tick) { Window = Seconds }, await SendAsync(bench));
        bench.Clock.Advance(Tick);
        Assert.Null(await SendAsync(bench));
        for (var send = 2; send < 5; send++)
        {
            bench.Clock.Advance(Seconds);
            Assert.Null(await SendAsync(bench));
        }

        bench.Clock.Advance(Hour - 4 * Seconds - Tick);
        Assert.Equal(new(FailureCode.TooOften, Tick) { Window = Hour }, await SendAsync(bench));
        bench.Clock.Advance(Tick);
        Assert.Null(await SendAsync(bench));
    }

    [Fact]
    public async Task The_day_ends_at_midnight_of_its_zone()
    {
        var bench = new CaptchaBench(await TestTables.NewAsync());
        var midnight = new DateTimeOffset(2026, 1, 6, 0, 0, 0, TimeSpan.FromHours(8));
        for (var send = 0; send < 10; send++)
        {
            bench.Clock.Set(midnight - TimeSpan.FromHours(10 - send));
            Assert.Null(await SendAsync(bench));
        }

        bench.Clock.Set(midnight - Tick);
        Assert.Equal(new(FailureCode.DayLimitReached, Tick), await SendAsync(bench));
        bench.Clock.Set(midnight);
        Assert.Null(await SendAsync(bench));
    }

    [Fact]
    public void A_code_is_of_five_digits_and_lives_five_minutes()
    {
        var policy = new CaptchaOptions().SmsPolicy();

        Assert.Equal((5, TimeSpan.FromMinutes(5), 5), (policy.Length, policy.Lifetime, policy.MaxFailures));
    }

    private static async Task<Failure?> SendAsync(CaptchaBench bench) =>
        (await bench.Sms.SendAsync(CaptchaBench.Phone, new CaptchaOptions().SmsPolicy(), default)).Failure;
}
