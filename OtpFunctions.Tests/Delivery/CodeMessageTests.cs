using System.Text.Json;
using OtpFunctions.Core.Delivery.Messages;
using OtpFunctions.Tests.Delivery.Messages;

namespace OtpFunctions.Tests.Delivery;

public sealed class CodeMessageTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_message_does_not_print_its_code_or_its_address(bool isMail)
    {
        var to = isMail ? MessageBench.Mailbox : MessageBench.Phone;
        var message = MessageBench.Compose(to, MessageChoice.General);

        foreach (var printed in new[] { $"{message}", JsonSerializer.Serialize(message), $"{new { message }}" })
        {
            Assert.DoesNotContain(MessageBench.Code, printed, StringComparison.Ordinal);
            Assert.DoesNotContain(to.Delivery, printed, StringComparison.Ordinal);
            Assert.DoesNotContain(to.LimiterKey, printed, StringComparison.Ordinal);
        }
    }
}
