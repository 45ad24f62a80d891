namespace OtpFunctions.Core.Addresses;

/// <summary>The way a message goes out.</summary>
public enum DeliveryChannel
{
    /// <summary>By e-mail, to an <see cref="EmailAddress"/>.</summary>
    Email,

    /// <summary>By text message, to a <see cref="PhoneNumber"/>.</summary>
    Sms,
}
