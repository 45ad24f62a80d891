using System.Diagnostics;
using System.Net;
using Azure;
using Azure.Communication.Email;
using Azure.Communication.Sms;
using OtpFunctions.Tests.Fixtures;

namespace StandIns.Tests.Communication;

public sealed class RetryTests
{
    private static readonly Uri Endpoint = new("https://shop.communication.azure.com/");
    private static readonly string OldKey = Convert.ToBase64String("the key"u8);
    private static readonly string NewKey = Convert.ToBase64String("the key after a rotation"u8);

    [Fact]
    public async Task Each_try_of_a_mail_is_signed_anew_under_the_one_operation_id()
    {
        var credential = new AzureKeyCredential(OldKey);
        var handler = new RecordingHandler(
            (HttpStatusCode.ServiceUnavailable, ""), (HttpStatusCode.Accepted, """{"id":"one","status":"Running"}"""))
        {
            AfterRequest = () => credential.Update(NewKey),
        };

        await new EmailClient(Endpoint, credential, Clients.EmailOptions(handler))
            .SendAsync(WaitUntil.Started, Clients.Mail("a@example.org"));

        AssertSignedAnew(handler);
        Assert.Single(handler.Requests.Select(request => request.Header("Operation-Id")).Distinct());
    }

    [Fact]
    public async Task Each_try_of_a_text_message_is_signed_anew_over_the_one_body()
    {
        var credential = new AzureKeyCredential(OldKey);
        var handler = new RecordingHandler(
            (HttpStatusCode.ServiceUnavailable, ""), (HttpStatusCode.Accepted, """{"value":[]}"""))
        {
            AfterRequest = () => credential.Update(NewKey),
        };

        await new SmsClient(Endpoint, credential, Clients.SmsOptions(handler)).SendAsync("+1", ["+2"], "text");

        AssertSignedAnew(handler);
        Assert.Single(handler.Requests.Select(request => request.Text).Distinct());
    }

    [Fact]
    public async Task Two_calls_have_two_ids()
    {
        var handler = new RecordingHandler((HttpStatusCode.Accepted, """{"id":"one","status":"Running"}"""));
        var client = new EmailClient(Endpoint, new AzureKeyCredential(OldKey), Clients.EmailOptions(handler));

        await client.SendAsync(WaitUntil.Started, Clients.Mail("a@example.org"));
        await client.SendAsync(WaitUntil.Started, Clients.Mail("a@example.org"));

        Assert.Equal(2, handler.Requests.Select(request => request.Header("Operation-Id")).Distinct().Count());
    }

    [Fact]
    public async Task A_message_whose_answer_is_lost_is_sent_once()
    {
        var (emulator, address, number) = (await AcsEmulator.StartedAsync(), Clients.NewAddress(), Clients.NewNumber());
        await emulator.AddFaultAsync(new { kind = "drop", count = 2, match = new { to = address } });
        await emulator.AddFaultAsync(new { kind = "drop", count = 2, match = new { to = number } });

        await (await Clients.EmailAsync()).SendAsync(WaitUntil.Started, Clients.Mail(address));
        var sent = await (await Clients.SmsAsync()).SendAsync(AcsEmulator.Number, number, "123456");

        Assert.True(sent.Value.Successful);
        Assert.Equal(3, Assert.Single(await emulator.MessagesToAsync(address)).Attempts);
        Assert.Equal(3, Assert.Single(await emulator.MessagesToAsync(number)).Attempts);
    }

    [Fact]
    public async Task The_service_says_when_to_try_again()
    {
        var (emulator, number) = (await AcsEmulator.StartedAsync(), Clients.NewNumber());
        await emulator.AddFaultAsync(new { kind = "status", status = 429, retryAfter = 1, match = new { to = number } });
        var client = await Clients.SmsAsync();
        var watch = Stopwatch.StartNew();

        await client.SendAsync(AcsEmulator.Number, number, "123456");

        // The client's own delay is a millisecond.
        Assert.InRange(watch.Elapsed, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30));
        Assert.Equal(2, Assert.Single(await emulator.MessagesToAsync(number)).Attempts);
    }

    [Fact]
    public async Task Tries_end_where_the_options_say()
    {
        var handler = new RecordingHandler((HttpStatusCode.InternalServerError, ""));
        var options = Clients.SmsOptions(handler);
        options.Retry.MaxRetries = 2;
        var client = new SmsClient(Endpoint, new AzureKeyCredential(OldKey), options);

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => client.SendAsync("+1", "+2", "text"));

        Assert.Equal((500, 3), (failure.Status, handler.Requests.Count));
    }

    private static void AssertSignedAnew(RecordingHandler handler)
    {
        Assert.Equal(2, handler.Requests.Count);
        Assert.True(handler.Requests[0].IsSignedWith(OldKey));
        Assert.True(handler.Requests[1].IsSignedWith(NewKey));
    }
}
