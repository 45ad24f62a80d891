using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OtpFunctions.Tests.Fakes;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http;

/// <summary>POST /api/delivery-reports, as Event Grid calls it.</summary>
[Collection(SharedAppCollection.Name)]
public sealed class DeliveryReportTests(SharedApp shared)
{
    private const string Email = "Microsoft.Communication.EmailDeliveryReportReceived";
    private const string Sms = "Microsoft.Communication.SMSDeliveryReportReceived";
    private const int Cap = 1024 * 1024;
    private static readonly DateTimeOffset Now = JournalBench.Now;

    [Fact]
    public async Task A_new_subscription_is_answered_with_its_code()
    {
        var answer = await PostAsync(new JsonArray(Event(
            "Microsoft.EventGrid.SubscriptionValidationEvent",
            new() { ["validationCode"] = "512d38b6-c7b8-40c8-89fe-f46f9e9622b6", ["validationUrl"] = "https://example.com" })));

        Assert.Equal(
            """{"validationResponse":"512d38b6-c7b8-40c8-89fe-f46f9e9622b6"}""", answer.Expect(HttpStatusCode.OK).Body);
    }

    [Theory]
    [InlineData("Delivered", true)]
    [InlineData("Bounced", false)]
    [InlineData("Expanded", null)]
    public async Task A_report_of_an_e_mail_is_shown_and_counted(string status, bool? delivered)
    {
        var (id, record) = await RecordedAsync(Recipients.Email());

        var answer = await PostAsync(new JsonArray(Event("Some.OtherEvent", []), EmailEvent(id, status, Now)));
        var again = await PostAsync(new JsonArray(EmailEvent(id, status, Now)));

        Assert.Equal((HttpStatusCode.OK, "", HttpStatusCode.OK), (answer.Status, answer.Body, again.Status));
        Assert.Equal((delivered, status), Word(await record()));
    }

    [Fact]
    public async Task A_report_of_an_SMS_is_known_by_its_tag_and_the_newest_holds()
    {
        var (id, record) = await RecordedAsync(Recipients.Mobile());

        var answer = await PostAsync(new JsonArray(
            SmsEvent(id, "Delivered", Now.AddSeconds(2)), SmsEvent(id, "Failed", Now.AddSeconds(1))));
        await PostAsync(new JsonArray(SmsEvent(id, "Failed", Now)));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal((true, "Delivered"), Word(await record()));
    }

    [Fact]
    public async Task A_report_before_its_record_is_asked_for_again_and_one_of_nobody_is_not()
    {
        var id = JournalBench.NewId();

        var early = await PostAsync(new JsonArray(SmsEvent(id, "Delivered", Now)));
        var late = await PostAsync(new JsonArray(SmsEvent(id, "Delivered", Now.AddMinutes(-6))));

        early.ExpectProblem(HttpStatusCode.ServiceUnavailable, "not recorded yet");
        Assert.Equal(TimeSpan.FromSeconds(10), early.RetryAfter);
        Assert.Equal((HttpStatusCode.OK, ""), (late.Status, late.Body));
    }

    [Theory]
    [InlineData("", "one JSON list")]
    [InlineData("{}", "one JSON list")]
    [InlineData("[", "one JSON list")]
    [InlineData("[[[[[[[[[]]]]]]]]]", "one JSON list")]
    [InlineData("""[{"eventType":"a","eventType":"b"}]""", "one JSON list")]
    [InlineData("[5]", "eventType must be given")]
    [InlineData("[{}]", "eventType must be given")]
    [InlineData("""[{"eventType":5}]""", "eventType must be given")]
    [InlineData("""[{"eventType":"\ud800"}]""", "eventType must be given")]
    [InlineData("""[{"eventType":"E"}]""", "data must be given")]
    [InlineData("""[{"eventType":"E","data":[]}]""", "data must be given")]
    [InlineData("""[{"eventType":"E","data":{}}]""", "messageId must be given")]
    [InlineData("""[{"eventType":"E","data":{"messageId":5}}]""", "messageId must be a string")]
    [InlineData("""[{"eventType":"E","data":{"messageId":"a"}}]""", "status must be given")]
    [InlineData("""[{"eventType":"S","data":{"messageId":"a"}}]""", "deliveryStatus must be given")]
    [InlineData("""[{"eventType":"E","data":{"messageId":"a","status":"Failed"}}]""", "deliveryAttemptTimeStamp must be given")]
    [InlineData("""[{"eventType":"E","data":{"messageId":"a","status":"Failed","deliveryAttemptTimeStamp":"x"}}]""", "deliveryAttemptTimeStamp must be a time")]
    [InlineData("""[{"eventType":"E","data":{"messageId":"a","status":"Failed","deliveryAttemptTimeStamp":"0001-01-01"}}]""", "deliveryAttemptTimeStamp must be a time")]
    [InlineData("""[{"eventType":"S","data":{"messageId":"a","deliveryStatus":"<b>","receivedTimestamp":"2026-01-01"}}]""", "deliveryStatus must be at most 32 letters")]
    [InlineData("""[{"eventType":"S","data":{"messageId":"a","deliveryStatus":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","receivedTimestamp":"2026-01-01"}}]""", "deliveryStatus must be at most 32 letters")]
    [InlineData("""[{"eventType":"V","data":{}}]""", "validationCode must be given")]
    public async Task A_bad_body_is_named(string body, string detail)
    {
        var text = body.Replace("\"E\"", $"\"{Email}\"", StringComparison.Ordinal)
            .Replace("\"S\"", $"\"{Sms}\"", StringComparison.Ordinal)
            .Replace("\"V\"", "\"Microsoft.EventGrid.SubscriptionValidationEvent\"", StringComparison.Ordinal);

        (await PostAsync(shared.Http, text)).ExpectProblem(HttpStatusCode.BadRequest, detail);
    }

    [Fact]
    public async Task A_batch_of_one_mebibyte_is_read_and_one_byte_more_is_not()
    {
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(shared.Http, "[]".PadRight(Cap))).Status);
        (await PostAsync(shared.Http, "[]".PadRight(Cap + 1)))
            .ExpectProblem(HttpStatusCode.RequestEntityTooLarge, "at most 1048576 bytes");
        (await PostAsync(shared.Http, "[]".PadRight(Cap + 1), chunked: true))
            .ExpectProblem(HttpStatusCode.RequestEntityTooLarge);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(new JsonArray())).Status);
    }

    [LocalFact]
    public async Task Without_the_function_s_key_nobody_reports()
    {
        var settings = (await AppSettings.FreshAsync()).With(("Functions__Keys__DeliveryReports", "a-key-of-reports"));
        await using var app = await FunctionApp.StartAsync(settings);
        app.Secrets.Add("a-key-of-reports");

        foreach (var query in new[] { "", "?code=", "?code=another-key" })
        {
            var refused = await PostAsync(app.Http, "[]", query);
            Assert.Equal((HttpStatusCode.Unauthorized, ""), (refused.Status, refused.Body));
        }

        Assert.Equal(HttpStatusCode.OK, (await PostAsync(app.Http, "[]", "?code=a-key-of-reports")).Status);
    }

    private static JsonObject Event(string type, JsonObject data) => new()
    {
        ["id"] = Guid.Empty.ToString(),
        ["topic"] = "/subscriptions/s",
        ["subject"] = "sender/a@example.com/message/m",
        ["data"] = data,
        ["eventType"] = type,
        ["dataVersion"] = "1.0",
        ["metadataVersion"] = "1",
        ["eventTime"] = "2026-01-05T11:45:30.822Z",
    };

    private static JsonObject EmailEvent(string messageId, string status, DateTimeOffset at) => Event(Email, new()
    {
        ["sender"] = "a@example.com",
        ["recipient"] = Recipients.Email(),
        ["messageId"] = messageId,
        ["status"] = status,
        ["deliveryStatusDetails"] = new JsonObject { ["statusMessage"] = "said of somebody" },
        ["deliveryAttemptTimeStamp"] = at.ToString("O"),
    });

    private static JsonObject SmsEvent(string tag, string status, DateTimeOffset at) => Event(Sms, new()
    {
        ["messageId"] = "Outgoing_20200918002745d29ebbea",
        ["from"] = "+15555555555",
        ["to"] = Recipients.Abroad(),
        ["deliveryStatus"] = status,
        ["deliveryStatusDetails"] = "none",
        ["deliveryAttempts"] = new JsonArray(new JsonObject { ["segmentsSucceeded"] = 1, ["segmentsFailed"] = 0 }),
        ["receivedTimestamp"] = at.ToString("O"),
        ["tag"] = tag,
    });

    private static (bool? Delivered, string? Status) Word(JsonElement record) => (
        record.GetProperty("delivered").ValueKind == JsonValueKind.Null ? null : record.GetProperty("delivered").GetBoolean(),
        record.GetProperty("deliveryStatus").GetString());

    // A message's id, as the console shows it, and how to look at it again.
    private async Task<(string Id, Func<Task<JsonElement>> Record)> RecordedAsync(string to)
    {
        var caller = await shared.Console.CreateAsync();
        await caller.CodeAsync(to);
        var id = (await RecordAsync()).GetProperty("id").GetString()!;
        return (id, RecordAsync);

        async Task<JsonElement> RecordAsync() => (await Eventually.GetAsync(
            () => shared.ConsoleOf("otp").GetAsync($"?clientId={caller.ClientId}"),
            page => page.Json.GetProperty("total").GetInt32() == 1)).Json.GetProperty("list")[0];
    }

    private Task<Answer> PostAsync(JsonArray events) => PostAsync(shared.Http, events.ToJsonString());

    private static Task<Answer> PostAsync(HttpClient http, string body, string query = "", bool chunked = false)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "api/delivery-reports" + query)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
            Headers = { { "aeg-event-type", "Notification" } },
        };
        request.Headers.TransferEncodingChunked = chunked;
        return Answer.ReadAsync(http.SendAsync(request));
    }
}
