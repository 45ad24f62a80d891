using System.Collections.Concurrent;
using System.Diagnostics.Tracing;
using Azure;
using Azure.Core.Diagnostics;
using OtpFunctions.Tests.Fixtures;

namespace StandIns.Tests.Communication;

public sealed class LogTests
{
    [Fact]
    public async Task The_log_tells_what_was_asked_and_nothing_secret()
    {
        const string Secret = "a-text-nobody-may-read";
        var log = new ConcurrentQueue<string>();
        var (emulator, address, number) = (await AcsEmulator.StartedAsync(), Clients.NewAddress(), Clients.NewNumber());
        using (new AzureEventSourceListener((_, message) => log.Enqueue(message), EventLevel.LogAlways))
        {
            await (await Clients.EmailAsync()).SendAsync(WaitUntil.Completed, Clients.Mail(address, Secret));
            await (await Clients.SmsAsync()).SendAsync(AcsEmulator.Number, number, Secret);
        }

        var text = string.Join('\n', log);
        Assert.Contains("/emails:send?", text, StringComparison.Ordinal);
        Assert.Contains("/sms?", text, StringComparison.Ordinal);
        Assert.Contains("Authorization:REDACTED", text, StringComparison.Ordinal);
        Assert.All(
            [address, number, Secret, "Signature=", emulator.ConnectionString.Split("accesskey=")[1]],
            secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
    }
}
