namespace OtpFunctions.Core.Delivery;

/// <summary>What became of a message.</summary>
public enum DeliveryOutcome
{
    /// <summary>The provider took it.</summary>
    Accepted,

    /// <summary>The provider says that this recipient cannot be reached: no use trying again.</summary>
    RecipientRefused,

    /// <summary>The provider is out, or refuses us.</summary>
    Unavailable,
}
