using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Codes;
using OtpFunctions.Core.Delivery;
using OtpFunctions.Core.Delivery.Messages;
using OtpFunctions.Core.Secrecy;
using OtpFunctions.Tests.Fakes;

namespace OtpFunctions.Tests.Delivery.Messages;

/// <summary>Composes messages as the service would, for a code that is good for ten minutes unless a test says otherwise.</summary>
internal static class MessageBench
{
    public const string Code = "A7C9E2F4";

    /// <summary>Ten characters: the site name the lengths of docs/messages.md are counted with.</summary>
    public const string Site = "ExampleCom";

    public static Address Mailbox { get; } = CodeBench.To("someone@example.com");

    public static Address Phone { get; } = CodeBench.To("13612345678");

    /// <summary>Every template in every language.</summary>
    public static TheoryData<MessageTemplate, MessageLanguage> All
    {
        get
        {
            var all = new TheoryData<MessageTemplate, MessageLanguage>();
            foreach (var template in Enum.GetValues<MessageTemplate>())
            {
                foreach (var language in Enum.GetValues<MessageLanguage>())
                {
                    all.Add(template, language);
                }
            }

            return all;
        }
    }

    public static CodeMessage Compose(
        Address to, MessageChoice choice, MessageOptions? options = null, TimeSpan? validFor = null)
    {
        var clock = new ManualClock();
        var live = new LiveCode
        {
            Use = "",
            BoundTo = "",
            Sealed = [],
            CreatedAt = clock.Milliseconds,
            ExpiresAt = clock.Milliseconds + (long)(validFor ?? TimeSpan.FromMinutes(10)).TotalMilliseconds,
            MaxFailures = 5,
            Change = "",
            MessageId = RandomId.OrderedUuid(clock.Milliseconds),
        };
        return new MessageComposer(options ?? new() { SiteName = Site }, clock)
            .Compose(to, new IssuedCode(Code, live, sent: true), choice);
    }
}
