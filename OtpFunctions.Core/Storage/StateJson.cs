using System.Text.Json.Serialization;
using OtpFunctions.Core.Codes;

namespace OtpFunctions.Core.Storage;

/// <summary>How states lie in their rows: UTF-8 JSON, written without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(RecipientState))]
internal sealed partial class StateJson : JsonSerializerContext;
