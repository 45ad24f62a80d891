using System.ComponentModel.DataAnnotations;

namespace OtpFunctions.Core.Delivery;

/// <summary>Which provider each channel takes. Section <c>Otp:Delivery</c>.</summary>
public sealed class DeliveryOptions
{
    /// <summary>How e-mail goes out.</summary>
    [Required]
    public DeliveryProvider? Email { get; set; }

    /// <summary>How SMS goes out.</summary>
    [Required]
    public DeliveryProvider? Sms { get; set; }
}
