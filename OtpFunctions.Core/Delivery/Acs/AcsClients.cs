using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;

namespace OtpFunctions.Core.Delivery.Acs;

/// <summary>What the clients of e-mail and SMS have in common.</summary>
internal static class AcsClients
{
    /// <summary>
    /// Ours is the only retry policy: the client makes one try, under the id of the message that is at hand.
    /// </summary>
    /// <param name="options">The client's.</param>
    /// <param name="ids">Puts the message's id where the service looks for it.</param>
    public static T Prepare<T>(T options, HttpPipelinePolicy ids)
        where T : ClientOptions
    {
        options.Transport = new HttpClientTransport(ProviderHttp.New());
        options.Retry.MaxRetries = 0;
        options.AddPolicy(ids, HttpPipelinePosition.PerCall);
        return options;
    }

    public static TokenCredential Identity(string? clientId) => string.IsNullOrWhiteSpace(clientId)
        ? new DefaultAzureCredential()
        : new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(clientId));

    /// <summary>Requests made until the scope ends are this message's.</summary>
    public static IDisposable Begin(CodeMessage message) => HttpPipeline.CreateHttpMessagePropertiesScope(
        new Dictionary<string, object?>(1) { [nameof(CodeMessage)] = message });

    /// <summary>The message that a request is for.</summary>
    public static CodeMessage Of(HttpMessage request) =>
        request.TryGetProperty(nameof(CodeMessage), out var value) && value is CodeMessage message
            ? message
            : throw new InvalidOperationException("A request outside of a message's scope.");
}
