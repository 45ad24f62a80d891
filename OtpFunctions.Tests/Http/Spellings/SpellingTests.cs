using System.Security.Cryptography;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http.Spellings;

/// <summary>
/// One message an hour to each recipient, whichever dialect sends it: a spelling that is let through is another
/// recipient, one that is not is the same.
/// </summary>
public sealed class SpellingTests : IAsyncLifetime
{
    private readonly string _mobile = Recipients.Mobile();
    private readonly string _name = "u" + RandomNumberGenerator.GetHexString(12, lowercase: true);
    private FunctionApp _app = null!;
    private Senders _senders = null!;

    public async Task InitializeAsync()
    {
        if (Deployment.Address is not null)
            return;

        var settings = (await AppSettings.FreshAsync()).With(AppSettings.ManyCalls);
        _app = await FunctionApp.StartAsync(settings.With(("Otp__Limits__SendsPerHour", "1")));
        _senders = await Senders.OfAsync(_app);
    }

    public async Task DisposeAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();
    }

    [LocalFact]
    public async Task A_mobile_number_is_one_recipient_in_every_spelling_of_every_dialect()
    {
        var number = _mobile;
        Assert.Equal(Sent.Out, await _senders.OnlyIdAsync(number));

        string[] international = [$"+86{number}", $"0086{number}", $"+86 {number[..3]}-{number[3..7]}-{number[7..]}", $"+860{number}"];
        foreach (var spelling in (string[])[.. international, number, $" {number} ", $"{number[..3]} {number[3..7]}.{number[7..]}"])
        {
            Assert.Equal((spelling, Sent.TooOften), (spelling, await _senders.OnlyIdAsync(spelling)));
            Assert.Equal((spelling, Sent.TooOften), (spelling, await _senders.FresnsAsync(spelling, 86)));
        }

        Assert.Equal(Sent.TooOften, await _senders.FresnsAsync(number, "86"));
        Assert.Equal(Sent.TooOften, await _senders.FresnsAsync(number, " +86 "));
        Assert.Equal(Sent.TooOften, await _senders.FresnsAsync($"0{number}", 86));
        Assert.Equal(Sent.TooOften, await _senders.CaptchaAsync(number));
        Assert.Equal(Sent.TooOften, await _senders.StarlightAsync(telephone: $"+86{number}"));
        foreach (var spelling in international)
            Assert.Equal((spelling, Sent.TooOften), (spelling, await _senders.StarlightAsync(spelling)));
    }

    [LocalFact]
    public async Task A_mailbox_is_one_recipient_in_every_spelling_of_every_dialect()
    {
        Assert.Equal(Sent.Out, await _senders.FresnsAsync($"{_name}@xn--fiqs8s.cn"));

        string[] spellings =
        [
            $"{_name}@xn--fiqs8s.cn", $" {_name}@xn--fiqs8s.cn ", $"{_name.ToUpperInvariant()}@XN--FIQS8S.CN", $"{_name}+tag@xn--fiqs8s.cn",
            $"{_name}+a+b@Xn--Fiqs8s.Cn", $"{_name}+@xn--fiqs8s.cn",
        ];
        foreach (var spelling in spellings)
        {
            Assert.Equal((spelling, Sent.TooOften), (spelling, await _senders.OnlyIdAsync(spelling)));
            Assert.Equal((spelling, Sent.TooOften), (spelling, await _senders.FresnsAsync(spelling)));
        }

        Assert.Equal(Sent.TooOften, await _senders.StarlightAsync(email: $"{_name}+other@xn--fiqs8s.cn"));
        Assert.Equal(Sent.TooOften, await _senders.StarlightAsync($"{_name}+other@XN--FIQS8S.CN"));
    }

    [LocalFact]
    public async Task Gmail_has_no_dots_and_two_domains()
    {
        Assert.Equal(Sent.Out, await _senders.OnlyIdAsync($"{_name}@gmail.com"));

        foreach (var spelling in (string[])[$"{_name[..2]}.{_name[2..]}@gmail.com", $"{_name}@googlemail.com", $"{_name[..1]}.{_name[1..]}+x@GoogleMail.com"])
        {
            Assert.Equal((spelling, Sent.TooOften), (spelling, await _senders.OnlyIdAsync(spelling)));
            Assert.Equal((spelling, Sent.TooOften), (spelling, await _senders.FresnsAsync(spelling)));
        }

        Assert.Equal(Sent.TooOften, await _senders.StarlightAsync(email: $"{_name[..3]}.{_name[3..]}@googlemail.com"));
    }

    [LocalFact]
    public async Task Digits_that_look_alike_are_other_numbers()
    {
        // +1 361... has the digits of a mainland number.
        Assert.Equal(Sent.Out, await _senders.OnlyIdAsync(_mobile));
        Assert.Equal(Sent.Out, await _senders.OnlyIdAsync($"+{_mobile}"));
        Assert.Equal(Sent.TooOften, await _senders.FresnsAsync(_mobile[1..], 1));
        Assert.Equal(Sent.Out, await _senders.FresnsAsync(_mobile[..10], 44));
        Assert.Equal(Sent.TooOften, await _senders.OnlyIdAsync($"+44 (0){_mobile[..10]}"));
        Assert.Equal(Sent.Out, await _senders.FresnsAsync(_mobile[..10], 49));
    }

    [LocalFact]
    public async Task Mailboxes_that_look_alike_are_other_mailboxes()
    {
        string[] different =
        [
            $"{_name}@example.com", $"{_name[..2]}.{_name[2..]}@example.com", $"{_name}-1@example.com", $"{_name}@example.co",
            $"{_name}@example.com.cn", $"{_name}@mail.example.com", $"{_name}@xn--exmple-4nf.com", $"{_name}l@example.com",
            $"{_name}1@example.com", $"{_name}I1@example.com", $"{_name}O@example.com", $"{_name}0@example.com", $"+{_name}@example.com",
            $"+1+{_name}@example.com", $"{_name}%x@example.com", $"{_name}=x@example.com", $"{_name}.x@gmail.com.cn", $"{_name}x@gmail.com.cn",
        ];
        foreach (var (mailbox, at) in different.Select((mailbox, at) => (mailbox, at)))
            Assert.Equal((mailbox, Sent.Out), (mailbox, await (at % 2 == 0 ? _senders.OnlyIdAsync(mailbox) : _senders.FresnsAsync(mailbox))));
    }

    [LocalFact]
    public async Task What_is_no_number_is_nobody_in_any_dialect()
    {
        var n = _mobile;
        string[] refused =
        [
            Shift(n, '\uFF10'), Shift(n, '\u0660'), Shift(n, '\u0966'), n[..10] + "\uFF11", $"\uFF0B86{n}", n + "\n", n + "\r\n+8613", n + "\0",
            $"tel:+86{n}", $"+86{n} ext 1", $"+86{n},{n}", $"{n};{n}", $"+86{n}#", $"86{n}", n[..10], n + "1", $"\u202A{n}", $"{n}\u200B",
            $"+86\u00A0{n}", $"+{new string('0', 30)}86{n}", "1e10", "-" + n, $"{n}.0", "0x3612345678",
        ];
        foreach (var spelling in refused)
        {
            Assert.Equal((spelling, Sent.NoRecipient), (spelling, await _senders.OnlyIdAsync(spelling)));
            Assert.Equal((spelling, Sent.NoRecipient), (spelling, await _senders.CaptchaAsync(spelling)));
            Assert.Equal((spelling, Sent.NoRecipient), (spelling, await _senders.StarlightAsync(spelling)));
            Assert.Equal((spelling, Sent.NoRecipient), (spelling, await _senders.FresnsAsync(spelling, 86)));
        }

        foreach (var country in (string[])["\uFF18\uFF16", "086", "0086", "+", "86\n", "8 6", "999", "86,1"])
            Assert.Equal((country, Sent.NoRecipient), (country, await _senders.FresnsAsync(n, country)));

        Assert.Equal(Sent.Out, await _senders.OnlyIdAsync(n));
    }

    [LocalFact]
    public async Task What_is_no_mailbox_is_nobody_in_any_dialect()
    {
        string[] refused =
        [
            $"{_name}@example.com.", $"{_name}@example..com", $"{_name}.@example.com", $".{_name}@example.com", $"\"{_name}\"@example.com",
            $"\"{_name} x\"@example.com", $"{_name}@example.com\r\nBcc: {_name}@example.net", $"{_name}\r\n@example.com", $"{_name}@example.com\n",
            $"{_name}@example.com,x@example.com", $"x@example.com {_name}@example.com", $"<{_name}@example.com>", $"Name <{_name}@example.com>",
            $"{_name}(x)@example.com", $"{_name}@127.0.0.1", $"{_name}@[127.0.0.1]", $"{_name}@localhost", $"{_name}@ex\u0430mple.com",
            $"{_name}@\u4E2D\u56FD.cn", $"\u212A{_name}@example.com", $"{_name}\u200B@example.com", $"{_name}\uFF20example.com", $"{_name}@example.com\0",
            $"{_name}@@example.com", $"{_name}@example.com@example.net", $"{_name}\u202E@example.com", new string('a', 65) + "@example.com",
            $"{_name}@-example.com", $"{_name}@{new string('a', 64)}.com",
        ];
        foreach (var spelling in refused)
        {
            Assert.Equal((spelling, Sent.NoRecipient), (spelling, await _senders.OnlyIdAsync(spelling)));
            Assert.Equal((spelling, Sent.NoRecipient), (spelling, await _senders.FresnsAsync(spelling)));
            Assert.Equal((spelling, Sent.NoRecipient), (spelling, await _senders.StarlightAsync(spelling)));
        }

        Assert.Equal(Sent.Out, await _senders.OnlyIdAsync($"{_name}@example.com"));
    }

    private static string Shift(string digits, char zero) => string.Concat(digits.Select(digit => (char)(zero + digit - '0')));
}
