using System.Net;
using Azure;
using Azure.Communication.Email;
using Azure.Communication.Sms;
using OtpFunctions.Tests.Fixtures;
using StandIns.Tests.Tables;

namespace StandIns.Tests.Communication;

public sealed class CredentialTests
{
    private const string Secret = "c2VjcmV0";
    private static readonly Uri Endpoint = new("https://shop.communication.azure.com/");

    [Fact]
    public async Task A_token_is_asked_for_the_service_and_sent()
    {
        var (forEmail, forSms) = (new StubCredential(), new StubCredential());
        var mails = new RecordingHandler((HttpStatusCode.Accepted, """{"id":"one","status":"Running"}"""));
        var texts = new RecordingHandler((HttpStatusCode.Accepted, """{"value":[]}"""));

        await new EmailClient(Endpoint, forEmail, Clients.EmailOptions(mails))
            .SendAsync(WaitUntil.Started, Clients.Mail("a@example.org"));
        await new SmsClient(Endpoint, forSms, Clients.SmsOptions(texts)).SendAsync("+1", ["+2"], "text");

        Assert.All([forEmail, forSms], credential =>
            Assert.Equal(["https://communication.azure.com//.default"], credential.Scopes));
        Assert.All(mails.Requests.Concat(texts.Requests), request =>
        {
            Assert.Equal("Bearer the-token", request.Header("Authorization"));
            Assert.False(request.Headers.Contains("x-ms-content-sha256"));
        });
        Assert.Equal((1, 1), (mails.Requests.Count, texts.Requests.Count));
    }

    [Fact]
    public async Task A_wrong_key_is_refused()
    {
        var (emulator, to) = (await AcsEmulator.StartedAsync(), Clients.NewAddress());
        var client = new EmailClient(emulator.Endpoint, new AzureKeyCredential(Secret), Clients.EmailOptions());

        var failure = await Assert.ThrowsAsync<RequestFailedException>(
            () => client.SendAsync(WaitUntil.Started, Clients.Mail(to)));

        Assert.Equal((401, "Denied"), (failure.Status, failure.ErrorCode));
        Assert.StartsWith("Denied by the resource provider.", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(to, failure.ToString(), StringComparison.Ordinal);
        Assert.Empty(await emulator.MessagesToAsync(to));
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized)]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.BadRequest)]
    public async Task What_another_try_would_not_change_is_not_tried_again(HttpStatusCode status)
    {
        var handler = new RecordingHandler((status, """{"error":{"code":"No","message":"Not so."}}"""));
        var client = new SmsClient(Endpoint, new AzureKeyCredential(Secret), Clients.SmsOptions(handler));

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => client.SendAsync("+1", "+2", "text"));

        Assert.Equal(((int)status, "No", 1), (failure.Status, failure.ErrorCode, handler.Requests.Count));
    }

    [Theory]
    [InlineData("endpoint=https://shop.communication.azure.com/;accesskey=c2VjcmV0")]
    [InlineData("endpoint=https://shop.communication.azure.com;accesskey=c2VjcmV0;")]
    [InlineData(" AccessKey = c2VjcmV0 ; Endpoint = https://shop.communication.azure.com/ ")]
    public async Task A_connection_string_tells_endpoint_and_key(string text)
    {
        var handler = new RecordingHandler((HttpStatusCode.Accepted, """{"value":[]}"""));

        await new SmsClient(text, Clients.SmsOptions(handler)).SendAsync("+1", ["+2"], "text");

        var request = Assert.Single(handler.Requests);
        Assert.Equal(new Uri(Endpoint, "sms?api-version=2021-03-07"), request.Uri);
        Assert.True(request.IsSignedWith(Secret));
    }

    [Theory]
    [InlineData("c2VjcmV0")]
    [InlineData("endpoint=https://shop.communication.azure.com/")]
    [InlineData("accesskey=c2VjcmV0")]
    [InlineData("endpoint=https://shop.communication.azure.com/;;accesskey=c2VjcmV0")]
    [InlineData("endpoint=https://shop.communication.azure.com/;accesskey=")]
    [InlineData("endpoint=https://shop.communication.azure.com/;accesskey=c2VjcmV0;=c2VjcmV0")]
    [InlineData("endpoint=https://shop.communication.azure.com/;accesskey=c2VjcmV0;accesskey=c2VjcmV0")]
    public void A_connection_string_that_tells_too_little_is_refused_without_being_repeated(string text)
    {
        var failures = new[]
        {
            Assert.Throws<InvalidOperationException>(() => new EmailClient(text)),
            Assert.Throws<InvalidOperationException>(() => new SmsClient(text)),
        };

        Assert.All(failures, refused => Assert.DoesNotContain(Secret, refused.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void No_connection_string_and_no_address_are_told_apart()
    {
        Assert.Throws<ArgumentException>(() => new EmailClient(""));
        Assert.Throws<ArgumentNullException>(() => new SmsClient(null!));
        Assert.Throws<UriFormatException>(() => new SmsClient("endpoint=shop;accesskey=c2VjcmV0"));
        Assert.Throws<ArgumentNullException>(() => new SmsClient(null!, new AzureKeyCredential(Secret)));
        Assert.Throws<ArgumentNullException>(() => new EmailClient(Endpoint, (AzureKeyCredential)null!));
    }

    [Fact]
    public async Task A_key_that_is_not_base64_is_told_when_it_is_used()
    {
        var handler = new RecordingHandler((HttpStatusCode.Accepted, ""));
        var client = new SmsClient($"endpoint={Endpoint};accesskey=not-base64", Clients.SmsOptions(handler));

        var failure = await Assert.ThrowsAsync<FormatException>(() => client.SendAsync("+1", ["+2"], "text"));

        Assert.DoesNotContain("not-base64", failure.ToString(), StringComparison.Ordinal);
        Assert.Empty(handler.Requests);
    }
}
