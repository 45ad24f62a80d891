using System.Text.Json.Serialization;

namespace OtpFunctions.Core.Delivery.Webhook;

/// <summary>The generated writer of <see cref="WebhookBody"/>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(WebhookBody))]
internal sealed partial class WebhookJson : JsonSerializerContext;
