using System.Text;
using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Captchas;
using OtpFunctions.Core.Codes;
using OtpFunctions.Core.Delivery;
using OtpFunctions.Core.Delivery.Messages;
using OtpFunctions.Core.Directory;
using OtpFunctions.Core.Records;
using OtpFunctions.Core.Secrecy;
using OtpFunctions.Tests.Fakes;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Secrecy;

/// <summary>What holds a code, an address or a key does not print it, wherever it comes into a line by mistake.</summary>
public sealed class SilenceTests
{
    private const string Mobile = "13612345678";
    private const string Code = "581305";

    [Fact]
    public void Nothing_that_holds_a_code_an_address_or_a_secret_prints_it()
    {
        var to = CodeBench.To(Mobile);
        var live = new LiveCode
        {
            Use = "use",
            BoundTo = "bound",
            Sealed = Encoding.ASCII.GetBytes(Code),
            CreatedAt = 0,
            ExpiresAt = 1,
            MaxFailures = 1,
            Change = "change",
        };
        var issued = new IssuedCode(Code, live, sent: true);
        var token = AccessToken.New();
        var session = SessionToken.New(new string('A', 43));
        object[] holders =
        [
            to,
            token,
            session,
            issued,
            live,
            new VerifyCommand(to, CodeBench.Use, Code),
            new IssueCommand(to, CodeBench.Use, Code),
            new CodeMessage(to, issued, MessageTemplate.General, MessageLanguage.En) { Text = Code, Subject = Code, Html = Code },
            CaptchaAnswer.OfCode(Code, "r4nD0"),
            new NewSmsCode(Code, "r4nD0"),
            new NewPicture(Code, null, "r4nD0", default),
            new JournalEntry(JournalEntryKind.Sent, default, "test", DeliveryChannel.Sms) { To = to },
            Keys.Ring("1")[0],
        ];

        var secrets = new SecretBook();
        foreach (var secret in new[] { Mobile, "+86" + Mobile, Code, token.Text, token.Text[32..], session.Text, session.Text[32..64], "r4nD0", Keys.RingText("1")[2..] })
            secrets.Add(secret);

        secrets.AssertNoneIn(holders.Select(holder => $"{holder}"));
    }

    /// <summary>What a provider's client says of a fault may quote the request.</summary>
    [Fact]
    public async Task A_fault_is_logged_by_its_type_not_by_its_message()
    {
        var logger = new ListedLogger<DeliveryRouter>();
        var channel = new FakeChannel { Answer = message => throw new FormatException($"cannot send to {message.To.Delivery}") };
        var clock = new ManualClock();
        var composer = new MessageComposer(new MessageOptions(), clock);
        var router = new DeliveryRouter(channel, channel, composer, clock, logger);
        var issued = (await new CodeBench(new MemoryRecipientStore()).IssueAsync(Mobile)).Value!;

        using var deadline = router.Begin(CancellationToken.None);

        await router.DeliverAsync(CodeBench.To(Mobile), issued, MessageChoice.General, deadline);

        var line = Assert.Single(logger.Lines);
        Assert.Contains("FormatException", line, StringComparison.Ordinal);
        Assert.DoesNotContain(Mobile, line, StringComparison.Ordinal);
    }
}
