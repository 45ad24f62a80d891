using System.Text.Json;

namespace Azure.Communication.Sms.Http;

/// <summary>https://learn.microsoft.com/rest/api/communication/sms/sms/send</summary>
internal sealed class SmsRest(Rest rest)
{
    public async Task<Response<IReadOnlyList<SmsSendResult>>> SendAsync(
        string from,
        IReadOnlyList<SmsRecipient> recipients,
        string text,
        SmsSendOptions? options,
        CancellationToken cancellationToken)
    {
        using var message = rest.Post("/sms", SmsBody.Of(from, recipients, text, options));
        var response = await rest.SendAsync(message, cancellationToken).ConfigureAwait(false);
        return Response.FromValue(Results(response), response);
    }

    private static IReadOnlyList<SmsSendResult> Results(Response response) =>
        [.. JsonElement.Parse(response.Content.ToMemory().Span).GetProperty("value").EnumerateArray().Select(Result)];

    private static SmsSendResult Result(JsonElement result) => new(
        result.GetProperty("to").GetString()!,
        JsonText.Of(result, "messageId"),
        result.GetProperty("httpStatusCode").GetInt32(),
        result.GetProperty("successful").GetBoolean(),
        JsonText.Of(result, "errorMessage"));
}
