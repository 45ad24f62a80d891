using OtpFunctions.Core;
using OtpFunctions.Core.Captchas;
using OtpFunctions.Core.Delivery;
using OtpFunctions.Core.Delivery.Messages;
using OtpFunctions.Tests.Fakes;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Captchas;

public sealed class SmsServiceTests
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);

    [Fact]
    public async Task What_is_answered_is_what_was_sent()
    {
        var bench = await NewAsync();

        var code = await bench.SendAsync();

        var message = Assert.Single(bench.Channel.Sent);
        Assert.Equal(
            (code.Title, CaptchaBench.Phone.E164, MessageTemplate.Register),
            (message.Code, message.To.Delivery, message.Template));
        Assert.Matches("^[0-9]{5}\\z", code.Title);
        Assert.Matches("^[0-9A-Za-z]{5}\\z", code.Rand);
    }

    [Theory]
    [InlineData("code")]
    [InlineData("hash")]
    [InlineData("hash and rand")]
    public async Task It_is_right_once_and_until_it_expires(string form)
    {
        var bench = await NewAsync();
        var (once, early, late) = (await bench.SendAsync(), await bench.SendAsync(), await bench.SendAsync());

        Assert.True(await bench.IsRightSmsAsync(Answer(form, once)));
        Assert.False(await bench.IsRightSmsAsync(Answer(form, once)));

        bench.Clock.Advance(CaptchaBench.Lifetime - Tick);
        Assert.True(await bench.IsRightSmsAsync(Answer(form, early)));
        bench.Clock.Advance(Tick);
        Assert.False(await bench.IsRightSmsAsync(Answer(form, late)));
    }

    [Theory]
    [InlineData("code")]
    [InlineData("hash and rand")]
    public async Task The_fifth_wrong_try_kills_it(string form)
    {
        var bench = await NewAsync();
        var (dead, alive) = (await bench.SendAsync(), await bench.SendAsync());

        await FailAsync(bench, form, alive, 4);
        Assert.True(await bench.IsRightSmsAsync(Answer(form, alive)));
        await FailAsync(bench, form, dead, 5);
        Assert.False(await bench.IsRightSmsAsync(Answer(form, dead)));
        Assert.False(await bench.IsRightSmsAsync(Answer("hash", dead)));
    }

    [Fact]
    public async Task A_code_is_right_with_its_own_rand_only()
    {
        var bench = await NewAsync();
        var (old, latest) = (await bench.SendAsync(), await bench.SendAsync());
        while (latest.Title == old.Title)
            latest = await bench.SendAsync();

        Assert.False(await bench.IsRightSmsAsync(latest.Title, old.Rand));
        Assert.False(await bench.IsRightSmsAsync(old.Title, latest.Rand));
        Assert.False(await bench.IsRightSmsAsync(CaptchaBench.Hash(latest.Title, old.Rand)));
        Assert.True(await bench.IsRightSmsAsync(latest.Title, latest.Rand));
        Assert.True(await bench.IsRightSmsAsync(old.Title, old.Rand));
    }

    [Fact]
    public async Task Digits_of_another_script_are_wrong()
    {
        var bench = await NewAsync();
        var code = await bench.SendAsync();

        Assert.False(await bench.IsRightSmsAsync(string.Concat(code.Title.Select(digit => (char)(digit + 0xFEE0))), code.Rand));
        Assert.False(await bench.IsRightSmsAsync("", code.Rand));
        Assert.True(await bench.IsRightSmsAsync(code.Title, code.Rand));
    }

    [Fact]
    public async Task What_was_not_delivered_is_not_right()
    {
        var bench = await NewAsync();
        bench.Channel.Answer = _ => Task.FromResult(DeliveryOutcome.RecipientRefused);

        var sent = await bench.Sms.SendAsync(CaptchaBench.Phone, CaptchaBench.Policy, default);

        Assert.Equal(FailureCode.RecipientRefused, sent.Failure!.Code);
        Assert.Single(bench.Channel.Sent);
    }

    [Fact]
    public async Task A_refused_send_is_not_tried_again()
    {
        var bench = await NewAsync();
        var policy = CaptchaBench.Policy with { Windows = [new(1, TimeSpan.FromSeconds(30))] };
        await bench.Sms.SendAsync(CaptchaBench.Phone, policy, default);

        var second = await bench.Sms.SendAsync(CaptchaBench.Phone, policy, default);

        Assert.Equal(
            new Failure(FailureCode.TooOften, TimeSpan.FromSeconds(30)) { Window = TimeSpan.FromSeconds(30) }, second.Failure);
        Assert.Single(bench.Channel.Sent);
    }

    [Fact]
    public async Task After_a_new_key_the_old_ones_codes_are_right_while_it_is_in_the_ring()
    {
        var tables = await TestTables.NewAsync();
        var before = new CaptchaBench(tables, keys: ["a"]);
        var (code, lost, picture) = (await before.SendAsync(), await before.SendAsync(), await before.PictureAsync());

        var during = new CaptchaBench(tables, keys: ["b", "a"]);
        Assert.True(await during.IsRightSmsAsync(code.Title, code.Rand));
        Assert.Equal(picture.Png.ToArray(), await during.Pictures.FindAsync(picture.Name!, default));
        Assert.True(await during.IsRightAsync(picture.Code, picture.Rand));
        var after = new CaptchaBench(tables, keys: ["b"]);
        Assert.False(await after.IsRightSmsAsync(lost.Title, lost.Rand));
        Assert.False(await after.IsRightSmsAsync(CaptchaBench.Hash(lost.Title, lost.Rand)));
    }

    private static CaptchaAnswer Answer(string form, NewSmsCode code) => form == "code"
        ? CaptchaAnswer.OfCode(code.Title, code.Rand)
        : CaptchaBench.Hash(code.Title, code.Rand, withRand: form != "hash");

    private static async Task FailAsync(CaptchaBench bench, string form, NewSmsCode code, int times)
    {
        var wrong = CaptchaCaller.WrongFor(code.Title);
        for (var time = 0; time < times; time++)
        {
            Assert.False(form == "code"
                ? await bench.IsRightSmsAsync(wrong, code.Rand)
                : await bench.IsRightSmsAsync(CaptchaBench.Hash(wrong, code.Rand)));
        }
    }

    private static async Task<CaptchaBench> NewAsync() => new(await TestTables.NewAsync());
}
