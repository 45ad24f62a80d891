using System.Text.Json.Serialization;

namespace OtpFunctions.Core.Delivery.Webhook;

/// <summary>What is posted (docs/delivery.md). A class, so that it cannot print what is in it.</summary>
internal sealed class WebhookBody
{
    /// <summary>email or sms.</summary>
    public required string Channel { get; init; }

    /// <summary>The e-mail address, or the number in E.164.</summary>
    public required string To { get; init; }

    public required string Subject { get; init; }

    public required string Text { get; init; }

    public required string Html { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Code { get; init; }

    public required string Template { get; init; }

    /// <summary>A BCP 47 tag.</summary>
    public required string Language { get; init; }

    public required string MessageId { get; init; }
}
