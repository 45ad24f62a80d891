using Azure;
using Azure.Communication.Sms;
using OtpFunctions.Tests.Fixtures;

namespace StandIns.Tests.Communication;

public sealed class SmsTests
{
    private readonly string _to = Clients.NewNumber();

    [Fact]
    public async Task A_text_message_arrives()
    {
        var client = await Clients.SmsAsync();

        var sent = (await client.SendAsync(AcsEmulator.Number, _to, "Your code is 123456")).Value;

        Assert.Equal((_to, 202, true, null), (sent.To, sent.HttpStatusCode, sent.Successful, sent.ErrorMessage));
        var taken = Assert.Single(await MessagesAsync(_to));
        Assert.Equal(("sms", sent.MessageId, "Your code is 123456"), (taken.Channel, taken.Id, taken.Text));
    }

    [Fact]
    public async Task Each_recipient_has_a_result_of_its_own()
    {
        var emulator = await AcsEmulator.StartedAsync();
        var unreachable = Clients.NewNumber();
        await emulator.AddFaultAsync(new
        {
            kind = "recipientFailed",
            httpStatusCode = 404,
            errorMessage = "No such number.",
            match = new { to = unreachable },
        });
        var client = await Clients.SmsAsync();
        var options = new SmsSendOptions(enableDeliveryReport: true) { Tag = "codes" };

        var response = await client.SendAsync(AcsEmulator.Number, [_to, unreachable, "5550100"], "123456", options);

        Assert.Equal(202, response.GetRawResponse().Status);
        Assert.Equal(
            [(_to, 202, true, null), (unreachable, 404, false, "No such number."),
                ("5550100", 400, false, "Invalid To phone number format.")],
            response.Value.Select(one => (one.To, one.HttpStatusCode, one.Successful, one.ErrorMessage)));
        Assert.Null(response.Value[1].MessageId);
        Assert.Single(await MessagesAsync(_to));
        Assert.Empty(await MessagesAsync(unreachable));
    }

    [Fact]
    public async Task A_number_of_somebody_else_cannot_send()
    {
        var client = await Clients.SmsAsync();

        var failure = await Assert.ThrowsAsync<RequestFailedException>(
            () => client.SendAsync("+15550000000", _to, "123456"));

        Assert.Equal((401, "Unauthorized"), (failure.Status, failure.ErrorCode));
    }

    [Fact]
    public async Task What_is_missing_is_told_before_anything_is_sent()
    {
        var client = await Clients.SmsAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => client.SendAsync("", _to, "123456"));
        await Assert.ThrowsAsync<ArgumentException>(() => client.SendAsync(AcsEmulator.Number, "", "123456"));
        await Assert.ThrowsAsync<ArgumentException>(() => client.SendAsync(AcsEmulator.Number, [], "123456"));
        await Assert.ThrowsAsync<ArgumentNullException>(() => client.SendAsync(AcsEmulator.Number, _to, null!));
        Assert.Empty(await MessagesAsync(_to));
    }

    [Fact]
    public void A_result_can_be_made_for_a_test()
    {
        var made = SmsModelFactory.SmsSendResult(_to, "id", 202, true, null);

        Assert.Equal((_to, "id", 202, true), (made.To, made.MessageId, made.HttpStatusCode, made.Successful));
    }

    private static async Task<IReadOnlyList<AcsMessage>> MessagesAsync(string to) =>
        await (await AcsEmulator.StartedAsync()).MessagesToAsync(to);
}
