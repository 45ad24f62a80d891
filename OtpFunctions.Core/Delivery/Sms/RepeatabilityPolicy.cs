using System.Globalization;
using System.Text.Json.Nodes;
using Azure.Core;
using Azure.Core.Pipeline;
using OtpFunctions.Core.Delivery.Acs;

namespace OtpFunctions.Core.Delivery.Sms;

/// <summary>
/// The message's id and time as those of the recipient's first request, in place of the ones the client makes at every
/// call: an SMS whose answer was lost is known when it comes again. It comes before the body is signed.
/// </summary>
internal sealed class RepeatabilityPolicy : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message)
    {
        var code = AcsClients.Of(message);
        var body = Read(message.Request.Content)
            ?? throw new InvalidOperationException("An SMS request without a body.");
        foreach (var recipient in body["smsRecipients"]!.AsArray())
        {
            recipient!["repeatabilityRequestId"] = code.MessageId;
            recipient["repeatabilityFirstSent"] = code.ComposedAt.ToString("r", CultureInfo.InvariantCulture);
        }

        message.Request.Content = RequestContent.Create(new BinaryData(body.ToJsonString()));
    }

    private static JsonNode? Read(RequestContent? content)
    {
        using var buffer = new MemoryStream();
        content?.WriteTo(buffer, CancellationToken.None);
        return JsonNode.Parse(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }
}
