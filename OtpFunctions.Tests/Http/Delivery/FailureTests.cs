using System.Net;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http.Delivery;

/// <summary>
/// What callers get when the provider fails, and what really went out by the provider's own log. A recipient has one send
/// an hour: a send that is given back can be made again at once, one that counts cannot. Lost tries are spread over both
/// channels, so that neither breaker opens.
/// </summary>
public sealed class FailureTests(AcsApp acs) : IClassFixture<AcsApp>
{
    private const string Failed = "验证码发送失败，请稍后再试";

    [LocalTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_goes_well_is_sent_once(bool isMail)
    {
        var caller = await acs.CallerAsync();
        var to = isMail ? Recipients.Email() : Recipients.Abroad();

        var code = await caller.CodeAsync(to);

        var message = await acs.OnlyMessageAsync(to);
        Assert.Equal((code, 1), (AcsApp.CodeIn(message), message.Attempts));
    }

    [LocalFact]
    public async Task A_provider_that_is_out_for_a_moment_is_asked_again()
    {
        var caller = await acs.CallerAsync();
        var to = Recipients.Email();
        await acs.FailAsync(to, status: 503);

        await caller.CodeAsync(to);

        Assert.Equal(2, (await acs.OnlyMessageAsync(to)).Attempts);
    }

    [LocalFact]
    public async Task A_provider_that_stays_out_is_left_after_three_tries_and_the_send_is_given_back()
    {
        var caller = await acs.CallerAsync();
        var to = Recipients.Email();
        await acs.FailAsync(to, status: 500, count: 3);

        (await caller.SendAsync(to)).ExpectError(HttpStatusCode.ServiceUnavailable, Failed);
        Assert.Empty(await acs.Emulator.MessagesToAsync(to));

        await caller.CodeAsync(to);
        await acs.OnlyMessageAsync(to);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await caller.SendAsync(to)).Status);
    }

    [LocalFact]
    public async Task A_wait_the_provider_asks_for_is_passed_on_and_the_send_is_given_back()
    {
        var caller = await acs.CallerAsync();
        var to = Recipients.Abroad();
        await acs.Emulator.AddFaultAsync(new { kind = "status", status = 429, retryAfter = 30, match = new { to } });

        var refused = (await caller.SendAsync(to)).ExpectError(HttpStatusCode.ServiceUnavailable, Failed);
        Assert.Equal(TimeSpan.FromSeconds(30), refused.RetryAfter);

        await caller.CodeAsync(to);
        await acs.OnlyMessageAsync(to);
    }

    [LocalFact]
    public async Task A_key_that_is_refused_is_no_fault_of_the_recipient_and_shows_as_critical()
    {
        var caller = await acs.CallerAsync();
        var to = Recipients.Email();
        await acs.FailAsync(to, status: 401);

        (await caller.SendAsync(to)).ExpectError(HttpStatusCode.ServiceUnavailable, Failed);

        await caller.CodeAsync(to);
        await acs.OnlyMessageAsync(to);
        Assert.Contains(
            acs.App.Output.Lines,
            line => line.Contains("Acs refuses this service (401)", StringComparison.Ordinal));
    }

    [LocalFact]
    public async Task A_recipient_who_is_refused_is_told_so_and_the_send_is_given_back()
    {
        var caller = await acs.CallerAsync();
        var to = Recipients.Abroad();
        await acs.FailAsync(to, "recipientFailed");

        (await caller.SendAsync(to)).ExpectError(HttpStatusCode.BadRequest, "接收人无法接收验证码，请检查");

        await caller.CodeAsync(to);
        await acs.OnlyMessageAsync(to);
    }

    [LocalTheory]
    [InlineData("drop")]
    [InlineData("silence")]
    public async Task An_answer_that_was_lost_costs_no_second_message(string fault)
    {
        var caller = await acs.CallerAsync();
        var to = Recipients.Abroad();
        await acs.FailAsync(to, fault);

        var code = await caller.CodeAsync(to);

        var message = await acs.OnlyMessageAsync(to);
        Assert.Equal((code, 2), (AcsApp.CodeIn(message), message.Attempts));
    }
}
