using System.Net;
using System.Text.Json;
using OtpFunctions.Tests.Fakes;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http.Delivery;

/// <summary>From the message that Communication Services took to its report on the record, by nothing but what it was given.</summary>
public sealed class ReportTests(AcsApp acs) : IClassFixture<AcsApp>
{
    [LocalTheory]
    [InlineData("Delivered", true)]
    [InlineData("Bounced", false)]
    public async Task A_mail_is_known_by_the_operation_it_was_sent_as(string status, bool delivered)
    {
        var caller = await acs.CallerAsync();
        var to = Recipients.Email();
        await caller.CodeAsync(to);
        var sent = await acs.OnlyMessageAsync(to);

        await ReportAsync(caller, status, delivered, new
        {
            eventType = "Microsoft.Communication.EmailDeliveryReportReceived",
            data = new { messageId = sent.Id, recipient = to, status, deliveryAttemptTimeStamp = sent.At },
        });
    }

    [LocalTheory]
    [InlineData("Delivered", true)]
    [InlineData("Failed", false)]
    public async Task An_SMS_is_known_by_the_tag_it_was_sent_with(string deliveryStatus, bool delivered)
    {
        var caller = await acs.CallerAsync();
        var to = Recipients.Abroad();
        await caller.CodeAsync(to);
        var sent = await acs.OnlyMessageAsync(to);
        Assert.True(sent.Options!.EnableDeliveryReport);

        await ReportAsync(caller, deliveryStatus, delivered, new
        {
            eventType = "Microsoft.Communication.SMSDeliveryReportReceived",
            data = new { messageId = sent.Id, to, deliveryStatus, receivedTimestamp = sent.At, tag = sent.Options.Tag },
        });
    }

    private async Task ReportAsync(OnlyIdCaller caller, string status, bool delivered, object report)
    {
        var before = await RecordAsync(caller);
        Assert.Equal(JsonValueKind.Null, before.GetProperty("delivered").ValueKind);

        var answer = await Answer.ReadAsync(
            acs.App.Http.PostAsync(new Uri("api/delivery-reports", UriKind.Relative), JsonContent.Create(new[] { report })));

        Assert.Equal((HttpStatusCode.OK, ""), (answer.Status, answer.Body));
        var after = await RecordAsync(caller);
        Assert.Equal(
            (delivered, status),
            (after.GetProperty("delivered").GetBoolean(), after.GetProperty("deliveryStatus").GetString()));
    }

    private async Task<JsonElement> RecordAsync(OnlyIdCaller caller) => (await Eventually.GetAsync(
        () => new ConsoleCaller(acs.App.Http, acs.App.ConsoleKey, "api/console/otp").GetAsync($"?clientId={caller.ClientId}"),
        page => page.Json.GetProperty("total").GetInt32() == 1)).Json.GetProperty("list")[0];
}
