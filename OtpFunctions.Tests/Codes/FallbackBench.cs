using OtpFunctions.Core;
using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Codes;
using OtpFunctions.Core.Delivery;
using OtpFunctions.Core.Delivery.Messages;
using OtpFunctions.Core.Limits;
using OtpFunctions.Tests.Fakes;

namespace OtpFunctions.Tests.Codes;

/// <summary>A user with a phone and a mailbox, in a service whose SMS fall back to e-mail.</summary>
internal static class FallbackBench
{
    public const string Mobile = "13612345678";
    public const string Mailbox = "someone@example.com";

    public static CodePolicy Usual { get; } = new() { Lifetime = TimeSpan.FromMinutes(10), MaxFailures = 5 };

    public static CodePolicy OneAMinute { get; } = Usual with { Windows = [new(1, TimeSpan.FromMinutes(1))] };

    public static CodeBench New(
        MemoryRecipientStore store,
        DeliveryOutcome sms,
        DeliveryOutcome email = DeliveryOutcome.Accepted,
        DestinationOptions? destinations = null) =>
        Prepare(new CodeBench(store, destinations: destinations, smsFallsBackToEmail: true), sms, email);

    /// <summary>The same, with channels that answer so from now on.</summary>
    public static CodeBench Prepare(CodeBench bench, DeliveryOutcome sms, DeliveryOutcome email)
    {
        bench.Channel.Answer = message => Task.FromResult(message.To is PhoneNumber ? sms : email);
        return bench;
    }

    public static Task<Result<IssuedCode>> IssueAsync(CodeBench bench, CodePolicy? policy = null, string to = Mobile) =>
        bench.Issuer.IssueAsync(
            new IssueCommand(CodeBench.To(to), CodeBench.Use)
            {
                Message = new(MessageTemplate.LogIn, MessageLanguage.En),
            },
            Task.FromResult<Result<CodePolicy>>((policy ?? Usual) with { Fallback = Users.Email(Mailbox) }),
            CancellationToken.None);
}
