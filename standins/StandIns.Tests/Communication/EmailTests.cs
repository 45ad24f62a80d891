using Azure;
using Azure.Communication.Email;
using OtpFunctions.Tests.Fixtures;

namespace StandIns.Tests.Communication;

public sealed class EmailTests
{
    private readonly string _to = Clients.NewAddress();

    [Fact]
    public async Task A_mail_arrives_with_its_text_and_its_html()
    {
        var client = await Clients.EmailAsync();

        var operation = await client.SendAsync(WaitUntil.Started, Clients.Mail(_to));

        var taken = Assert.Single(await MessagesAsync());
        Assert.Equal(("email", operation.Id, AcsEmulator.Sender), (taken.Channel, taken.Id, taken.From));
        Assert.Equal(("Your code", "123456", "<b>123456</b>"), (taken.Subject, taken.Text, taken.Html));
        Assert.Equal(202, operation.GetRawResponse().Status);
        Assert.Equal((false, false), (operation.HasCompleted, operation.HasValue));
        Assert.Throws<InvalidOperationException>(() => operation.Value);
    }

    [Fact]
    public async Task Who_waits_gets_the_end_of_the_operation()
    {
        var client = await Clients.EmailAsync();

        var operation = await client.SendAsync(WaitUntil.Completed, Clients.Mail(_to));

        Assert.Equal((true, true), (operation.HasCompleted, operation.HasValue));
        Assert.Equal(EmailSendStatus.Succeeded, operation.Value.Status);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_does_not_wait_asks_when_it_likes(bool isAsync)
    {
        await AddFaultAsync(new { kind = "running", match = new { to = _to } });
        var client = await Clients.EmailAsync();
        var id = (await client.SendAsync(WaitUntil.Started, Clients.Mail(_to))).Id;
        var operation = new EmailSendOperation(id, client);

        await UpdateAsync(operation, isAsync);
        var isEarly = !operation.HasCompleted;
        await UpdateAsync(operation, isAsync);

        Assert.True(isEarly);
        Assert.Equal(EmailSendStatus.Succeeded, operation.Value.Status);
        Assert.Same(operation.GetRawResponse(), await operation.UpdateStatusAsync());
    }

    [Fact]
    public async Task A_mail_that_fails_later_is_an_exception_for_who_waits()
    {
        await AddFaultAsync(new { kind = "operationFailed", match = new { to = _to } });
        var client = await Clients.EmailAsync();

        var failure = await Assert.ThrowsAsync<RequestFailedException>(
            () => client.SendAsync(WaitUntil.Completed, Clients.Mail(_to)));

        Assert.Equal("EmailDroppedAllRecipientsSuppressed", failure.ErrorCode);
    }

    [Fact]
    public async Task A_mail_that_failed_stays_failed()
    {
        await AddFaultAsync(new { kind = "operationFailed", code = "Mine", match = new { to = _to } });
        var client = await Clients.EmailAsync();
        var operation = await client.SendAsync(WaitUntil.Started, Clients.Mail(_to));

        var failures = new[]
        {
            await Assert.ThrowsAsync<RequestFailedException>(async () => await operation.UpdateStatusAsync()),
            Assert.Throws<RequestFailedException>(() => operation.UpdateStatus()),
            Assert.Throws<RequestFailedException>(() => operation.Value),
        };

        Assert.Equal((true, false), (operation.HasCompleted, operation.HasValue));
        Assert.All(failures, failure => Assert.Equal("Mine", failure.ErrorCode));
    }

    [Fact]
    public async Task A_mail_that_cannot_be_sent_is_refused_before_it_is()
    {
        var client = await Clients.EmailAsync();
        var content = new EmailContent("Your code") { Html = "<b>123456</b>" };
        EmailMessage[] incomplete =
        [
            new(AcsEmulator.Sender, _to, new EmailContent("Your code")),
            new(AcsEmulator.Sender, _to, new EmailContent(" ") { PlainText = "123456" }),
            new(AcsEmulator.Sender, new EmailRecipients([]), content),
            new(" ", _to, content),
            new(AcsEmulator.Sender, _to, content) { Headers = { ["X-Kind"] = "" } },
        ];

        foreach (var message in incomplete)
            await Assert.ThrowsAsync<ArgumentException>(() => client.SendAsync(WaitUntil.Started, message));

        Assert.Empty(await MessagesAsync());
    }

    [Fact]
    public async Task What_the_service_refuses_is_an_exception_with_its_code()
    {
        var client = await Clients.EmailAsync();
        var message = new EmailMessage("codes@other.example", _to, new EmailContent("Code") { PlainText = "123456" });

        var failure = await Assert.ThrowsAsync<RequestFailedException>(
            () => client.SendAsync(WaitUntil.Started, message));

        Assert.Equal((404, "DomainNotLinked"), (failure.Status, failure.ErrorCode));
        Assert.StartsWith("The specified sender domain has not been linked.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Statuses_are_equal_without_case()
    {
        EmailSendStatus status = "succeeded";

        Assert.True(status == EmailSendStatus.Succeeded);
        Assert.Equal(status.GetHashCode(), EmailSendStatus.Succeeded.GetHashCode());
        Assert.True(status != EmailSendStatus.Failed);
        Assert.Equal("Canceled", EmailModelFactory.EmailSendResult("id", EmailSendStatus.Canceled).Status.ToString());
    }

    private static async Task AddFaultAsync(object fault) => await (await AcsEmulator.StartedAsync()).AddFaultAsync(fault);

    private static async Task UpdateAsync(EmailSendOperation operation, bool isAsync)
    {
        if (isAsync)
            await operation.UpdateStatusAsync();
        else
            operation.UpdateStatus();
    }

    private async Task<IReadOnlyList<AcsMessage>> MessagesAsync() =>
        await (await AcsEmulator.StartedAsync()).MessagesToAsync(_to);
}
