using System.Net;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http.OnlyId;

public sealed class RateGuardTests
{
    [LocalTheory]
    [InlineData("Otp__Limits__SendsPerHour", 3600)]
    [InlineData("Otp__Limits__SendsPerDay", 86400)]
    public async Task A_recipient_over_its_limit_is_429_and_says_when_to_come_back(string limit, int window)
    {
        await using var app = await FunctionApp.StartAsync((await AppSettings.FreshAsync()).With((limit, "2")));
        var console = new ConsoleCaller(app.Http, app.ConsoleKey);
        var (caller, other) = (await console.CreateAsync(), await console.CreateAsync());
        var recipient = Recipients.Email();
        await caller.CodeAsync(recipient);
        var code = await caller.CodeAsync(Tagged(recipient));

        foreach (var refused in new[]
        {
            await caller.SendAsync(recipient),
            await caller.SendAsync(recipient, ("reuse", true)),
            await other.SendAsync(recipient.ToUpperInvariant()),
        })
        {
            refused.ExpectError(HttpStatusCode.TooManyRequests, "发送过于频繁，请稍后再试");
            Assert.InRange(refused.RetryAfter!.Value.TotalSeconds, window - 30, window);
        }

        (await caller.VerifyAsync(Tagged(recipient), code)).Expect(HttpStatusCode.OK);
        await caller.CodeAsync(Recipients.Email());
    }

    // The same mailbox: the tag comes after the name.
    private static string Tagged(string email) => email.Replace("@", "+tag@", StringComparison.Ordinal);
}
