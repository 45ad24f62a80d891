using OtpFunctions.Core;
using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Codes;
using OtpFunctions.Core.Delivery;
using OtpFunctions.Core.Delivery.Messages;
using OtpFunctions.Tests.Fakes;
using static OtpFunctions.Tests.Codes.FallbackBench;

namespace OtpFunctions.Tests.Codes;

/// <summary>A code for a phone that no provider of SMS takes goes to the user's e-mail address, where that is allowed.</summary>
public sealed class FallbackTests
{
    private static readonly CodePolicy Standing = Usual with { Reuse = Reuse.Within(TimeSpan.FromMinutes(3)) };
    private readonly MemoryRecipientStore _store = new();

    [Theory]
    [InlineData(DeliveryOutcome.Unavailable)]
    [InlineData(DeliveryOutcome.Throttled)]
    [InlineData(DeliveryOutcome.Misconfigured)]
    public async Task What_SMS_surely_did_not_take_goes_by_e_mail_with_the_same_code_and_id(DeliveryOutcome outcome)
    {
        var bench = New(_store, outcome);

        var issued = (await IssueAsync(bench)).Value!;

        Assert.True(issued.Sent && issued.FellBack);
        Assert.Equal(["+8613612345678", Mailbox], bench.Channel.Sent.Select(message => message.To.Delivery));
        Assert.All(bench.Channel.Sent, message => Assert.Equal(
            (issued.Code, issued.MessageId, MessageTemplate.LogIn, MessageLanguage.En),
            (message.Code, message.MessageId, message.Template, message.Language)));
        var mail = bench.Channel.Sent.Last();
        Assert.True(mail.Subject.Length > 0 && mail.Html.Contains(issued.Code, StringComparison.Ordinal));
        Assert.Equal([$"sent {issued.MessageId}"], bench.Journal.Notes);
    }

    [Theory]
    [InlineData(DeliveryOutcome.Accepted)]
    [InlineData(DeliveryOutcome.TimedOut)]
    [InlineData(DeliveryOutcome.RecipientRefused)]
    public async Task What_SMS_has_or_may_have_taken_or_refused_for_good_does_not(DeliveryOutcome outcome)
    {
        var bench = New(_store, outcome);

        await IssueAsync(bench);

        Assert.Equal(DeliveryChannel.Sms, Assert.Single(bench.Channel.Sent).To.Channel);
    }

    [Fact]
    public async Task Unless_the_operator_allows_it_it_does_not()
    {
        var bench = Prepare(new CodeBench(_store), DeliveryOutcome.Unavailable, DeliveryOutcome.Accepted);

        Assert.Equal(FailureCode.DeliveryFailed, (await IssueAsync(bench)).Failure?.Code);
        Assert.Single(bench.Channel.Sent);
    }

    [Fact]
    public async Task Without_an_address_of_the_user_s_or_with_the_text_switched_off_it_does_not()
    {
        var unknown = New(_store, DeliveryOutcome.Unavailable);
        Assert.Equal(FailureCode.DeliveryFailed, (await unknown.IssueAsync()).Failure?.Code);
        Assert.Single(unknown.Channel.Sent);

        var off = Prepare(
            new CodeBench(_store, messages: new MessageOptions { Disabled = "LogIn:Email" }, smsFallsBackToEmail: true),
            DeliveryOutcome.Unavailable,
            DeliveryOutcome.Accepted);
        Assert.Equal(FailureCode.DeliveryFailed, (await IssueAsync(off)).Failure?.Code);
        Assert.Single(off.Channel.Sent);
    }

    [Fact]
    public async Task A_mail_that_fails_has_nothing_to_fall_back_to()
    {
        var bench = New(_store, DeliveryOutcome.Accepted, email: DeliveryOutcome.Unavailable);

        var refused = await IssueAsync(bench, to: "other@example.com");

        Assert.Equal(FailureCode.DeliveryFailed, refused.Failure?.Code);
        Assert.Single(bench.Channel.Sent);
    }

    [Fact]
    public async Task The_code_is_that_of_the_phone_and_counts_in_its_windows()
    {
        var bench = New(_store, DeliveryOutcome.Unavailable);
        var issued = (await IssueAsync(bench, OneAMinute)).Value!;

        Assert.Equal(FailureCode.TooOften, (await IssueAsync(bench, OneAMinute)).Failure?.Code);
        Assert.True((await IssueAsync(bench, OneAMinute, Mailbox)).Succeeded);
        Assert.False(await bench.VerifyAsync(issued.Code, "other@example.com"));
        Assert.True(await bench.VerifyAsync(issued.Code));
    }

    [Fact]
    public async Task The_code_is_nothing_to_the_mailbox()
    {
        var bench = New(_store, DeliveryOutcome.Unavailable);
        var issued = (await IssueAsync(bench)).Value!;

        Assert.False(await bench.VerifyAsync(issued.Code, Mailbox));
    }

    [Fact]
    public async Task A_code_that_stands_tells_where_its_message_went()
    {
        var bench = New(_store, DeliveryOutcome.Unavailable);
        var issued = (await IssueAsync(bench, Standing)).Value!;

        var again = (await IssueAsync(bench, Standing)).Value!;

        Assert.Equal((issued.Code, false, true), (again.Code, again.Sent, again.FellBack));
        Assert.Equal(2, bench.Channel.Sent.Count);
    }

    [Fact]
    public async Task The_way_is_written_down_before_the_message_goes_it()
    {
        var bench = New(_store, DeliveryOutcome.Unavailable);
        IssuedCode? meanwhile = null;
        bench.Channel.Answer = async message =>
        {
            if (message.To is PhoneNumber)
                return DeliveryOutcome.Unavailable;

            meanwhile = (await IssueAsync(bench, Standing)).Value;
            return DeliveryOutcome.Accepted;
        };

        await IssueAsync(bench, Standing);

        Assert.Equal((false, true), (meanwhile?.Sent, meanwhile?.FellBack));
    }

    [Fact]
    public async Task A_code_sent_again_by_SMS_no_longer_says_e_mail()
    {
        var policy = Usual with { Reuse = Reuse.WhileValid };
        var bench = New(_store, DeliveryOutcome.Unavailable);
        var issued = (await IssueAsync(bench, policy)).Value!;
        Prepare(bench, DeliveryOutcome.Accepted, DeliveryOutcome.Accepted);

        var again = (await IssueAsync(bench, policy)).Value!;

        Assert.Equal((issued.Code, true, false), (again.Code, again.Sent, again.FellBack));
    }

    [Fact]
    public async Task When_the_mail_fails_too_the_fault_of_SMS_is_told_and_the_send_is_given_back()
    {
        var bench = New(_store, DeliveryOutcome.Accepted);
        var first = (await IssueAsync(bench)).Value!;
        var again = TimeSpan.FromSeconds(30);
        bench.Channel.Full = message => message.To is PhoneNumber
            ? new(DeliveryOutcome.Throttled) { RetryAfter = again }
            : new(DeliveryOutcome.RecipientRefused);

        Assert.Equal(new Failure(FailureCode.DeliveryFailed, again), (await IssueAsync(bench)).Failure);
        Assert.StartsWith("not sent ", bench.Journal.Notes[1], StringComparison.Ordinal);
        bench.Channel.Full = null;
        var standing = (await IssueAsync(bench, Standing)).Value!;
        Assert.Equal((first.Code, false, false), (standing.Code, standing.Sent, standing.FellBack));
        Assert.True((await IssueAsync(bench, Usual with { Windows = [new(2, TimeSpan.FromMinutes(1))] })).Succeeded);
    }

    [Fact]
    public async Task A_mail_that_may_arrive_keeps_the_send_and_its_code_good()
    {
        var bench = New(_store, DeliveryOutcome.Unavailable, email: DeliveryOutcome.TimedOut);

        Assert.Equal(FailureCode.DeliveryTimedOut, (await IssueAsync(bench, OneAMinute)).Failure?.Code);

        Assert.Equal(FailureCode.TooOften, (await IssueAsync(bench, OneAMinute)).Failure?.Code);
        Assert.True(await bench.VerifyAsync(bench.Channel.Sent.Last().Code));
    }
}
