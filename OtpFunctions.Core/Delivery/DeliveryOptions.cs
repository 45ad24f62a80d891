using System.ComponentModel.DataAnnotations;
using OtpFunctions.Core.Addresses;

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

    /// <summary>Whether anything goes out by this channel.</summary>
    /// <param name="channel">E-mail or SMS.</param>
    public bool IsOpen(DeliveryChannel channel) => channel switch
    {
        DeliveryChannel.Email => Email != DeliveryProvider.None,
        DeliveryChannel.Sms => Sms != DeliveryProvider.None,
    };
}
