namespace OtpFunctions.Core.Delivery;

/// <summary>The providers a channel can be set to.</summary>
public enum DeliveryProvider
{
    /// <summary>Kept in memory and shown at GET /api/dev/outbox; refused outside Development.</summary>
    Outbox,

    /// <summary>The channel is closed: who would be reached by it is refused.</summary>
    None,

    /// <summary>Azure Communication Services.</summary>
    Acs,

    /// <summary>POST to a URL of the operator's, signed (docs/delivery.md).</summary>
    Webhook,
}
