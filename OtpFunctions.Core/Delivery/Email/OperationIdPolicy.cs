using Azure.Core;
using Azure.Core.Pipeline;
using OtpFunctions.Core.Delivery.Acs;

namespace OtpFunctions.Core.Delivery.Email;

/// <summary>
/// The message's id as the operation's, in place of the one the client makes at every call: a mail whose answer was lost
/// is known when it comes again.
/// </summary>
internal sealed class OperationIdPolicy : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message) =>
        message.Request.Headers.SetValue("Operation-Id", AcsClients.Of(message).MessageId);
}
