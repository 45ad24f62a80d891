using System.Net;
using System.Text.Json.Nodes;
using Azure;
using Azure.Communication.Email;
using Azure.Communication.Sms;

namespace StandIns.Tests.Communication;

/// <summary>The very requests, field by field; standins/surface does not tell them, the REST reference does.</summary>
public sealed class WireTests
{
    private const string Connection = "endpoint=https://shop.communication.azure.com/;accesskey=c2VjcmV0";

    [Fact]
    public async Task A_mail_with_everything_is_written_whole()
    {
        var handler = new RecordingHandler((HttpStatusCode.Accepted, """{"id":"one","status":"Running"}"""));
        var message = new EmailMessage(
            "codes@shop.example",
            new EmailRecipients([new EmailAddress("a@example.org", "Ann"), new EmailAddress("b@example.org")])
            {
                CC = { new EmailAddress("c@example.org") },
                BCC = { new EmailAddress("d@example.org") },
            },
            new EmailContent("验证码") { PlainText = "1", Html = "<b>1</b>" })
        {
            Headers = { ["X-Kind"] = "code" },
            ReplyTo = { new EmailAddress("help@shop.example") },
            UserEngagementTrackingDisabled = true,
        };

        await new EmailClient(Connection, Clients.EmailOptions(handler)).SendAsync(WaitUntil.Started, message);

        var request = Assert.Single(handler.Requests);
        Assert.Equal("POST", request.Method);
        Assert.Equal("https://shop.communication.azure.com/emails:send?api-version=2023-03-31", $"{request.Uri}");
        Assert.True(Guid.TryParseExact(request.Header("Operation-Id"), "D", out _));
        AssertJson(
            """
            {
              "headers": { "X-Kind": "code" },
              "senderAddress": "codes@shop.example",
              "content": { "subject": "验证码", "plainText": "1", "html": "<b>1</b>" },
              "recipients": {
                "to": [{ "address": "a@example.org", "displayName": "Ann" }, { "address": "b@example.org" }],
                "cc": [{ "address": "c@example.org" }],
                "bcc": [{ "address": "d@example.org" }]
              },
              "replyTo": [{ "address": "help@shop.example" }],
              "userEngagementTrackingDisabled": true
            }
            """,
            JsonNode.Parse(request.Text));
    }

    [Fact]
    public async Task A_mail_with_little_is_written_without_the_rest()
    {
        var handler = new RecordingHandler((HttpStatusCode.Accepted, """{"id":"one","status":"Running"}"""));
        var message = new EmailMessage("a@b.example", "c@d.example", new EmailContent("s") { PlainText = "t" });

        await new EmailClient(Connection, Clients.EmailOptions(handler)).SendAsync(WaitUntil.Started, message);

        AssertJson(
            """
            {
              "senderAddress": "a@b.example",
              "content": { "subject": "s", "plainText": "t" },
              "recipients": { "to": [{ "address": "c@d.example" }] }
            }
            """,
            JsonNode.Parse(Assert.Single(handler.Requests).Text));
    }

    [Fact]
    public async Task A_text_message_is_written_with_an_id_and_a_date_for_each_recipient()
    {
        var handler = new RecordingHandler((HttpStatusCode.Accepted, """{"value":[]}"""));
        var options = new SmsSendOptions(enableDeliveryReport: false) { Tag = "codes" };

        await new SmsClient(Connection, Clients.SmsOptions(handler)).SendAsync("+1", ["+2", "+3"], "text", options);

        var request = Assert.Single(handler.Requests);
        Assert.Equal("https://shop.communication.azure.com/sms?api-version=2021-03-07", $"{request.Uri}");
        var body = JsonNode.Parse(request.Text)!;
        var ids = body["smsRecipients"]!.AsArray().Select(one => (string)one!["repeatabilityRequestId"]!).ToArray();
        var date = (string)body["smsRecipients"]![0]!["repeatabilityFirstSent"]!;
        Assert.All(ids, id => Assert.True(Guid.TryParseExact(id, "D", out _)));
        Assert.Equal(2, ids.Distinct().Count());
        Assert.Equal(date, DateTimeOffset.Parse(date).ToString("r"));
        AssertJson(
            $$"""
            {
              "from": "+1",
              "smsRecipients": [
                { "to": "+2", "repeatabilityRequestId": "{{ids[0]}}", "repeatabilityFirstSent": "{{date}}" },
                {
                  "to": "+3",
                  "repeatabilityRequestId": "{{ids[1]}}",
                  "repeatabilityFirstSent": "{{(string)body["smsRecipients"]![1]!["repeatabilityFirstSent"]!}}"
                }
              ],
              "message": "text",
              "smsSendOptions": { "enableDeliveryReport": false, "tag": "codes" }
            }
            """,
            body);
    }

    [Theory]
    [InlineData("NotStarted", false)]
    [InlineData("Running", false)]
    [InlineData("Later", false)]
    [InlineData("Succeeded", true)]
    public async Task The_end_of_an_operation_is_known_by_its_status(string status, bool isEnd)
    {
        var handler = new RecordingHandler((HttpStatusCode.OK, $$"""{"id":"o/ne","status":"{{status}}"}"""));
        var client = new EmailClient(Connection, Clients.EmailOptions(handler));
        var operation = new EmailSendOperation("o/ne", client);

        await operation.UpdateStatusAsync();

        Assert.Equal((isEnd, isEnd), (operation.HasCompleted, operation.HasValue));
        var request = Assert.Single(handler.Requests);
        Assert.Equal("GET", request.Method);
        Assert.Equal("/emails/operations/o%2Fne?api-version=2023-03-31", request.Uri.PathAndQuery);
    }

    [Theory]
    [InlineData("Failed")]
    [InlineData("Canceled")]
    public async Task An_operation_that_ends_badly_is_an_exception(string status)
    {
        var handler = new RecordingHandler(
            (HttpStatusCode.OK, $$$"""{"status":"{{{status}}}","error":{"code":"Bad","message":"It was."}}"""));
        var operation = new EmailSendOperation("one", new EmailClient(Connection, Clients.EmailOptions(handler)));

        var failure = await Assert.ThrowsAsync<RequestFailedException>(
            async () => await operation.UpdateStatusAsync());

        Assert.Equal((200, "Bad"), (failure.Status, failure.ErrorCode));
        Assert.Equal((true, false, 1), (operation.HasCompleted, operation.HasValue, handler.Requests.Count));
    }

    private static void AssertJson(string expected, JsonNode? actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), actual?.ToJsonString());
}
