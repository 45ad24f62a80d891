using System.Text.Json.Serialization;

namespace OtpFunctions.Core.Delivery.Messages;

/// <summary>How the words lie in Texts/: read without reflection, and with nothing missing or unknown.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(Dictionary<MessageTemplate, BuiltInText>))]
internal sealed partial class BuiltInTextJson : JsonSerializerContext;
