using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Codes;
using OtpFunctions.Core.Delivery.Messages;

namespace OtpFunctions.Fresns;

/// <summary>What both calls say: which channel, which address, which template. Cannot print the address.</summary>
internal sealed class VerifyCodeRequest
{
    public required DeliveryChannel Channel { get; init; }

    /// <summary>The address, or null where account and countryCode make none.</summary>
    public required Address? Address { get; init; }

    /// <summary>Whether countryCode was given; SMS needs one where the address counts.</summary>
    public required bool HasCountryCode { get; init; }

    /// <summary>Whether countryCode is a country's.</summary>
    public required bool IsCountryKnown { get; init; }

    public required int TemplateId { get; init; }

    /// <summary>Perhaps no template there is: that is judged last of all, after the recipient's windows.</summary>
    public MessageTemplate Template => (MessageTemplate)TemplateId;

    /// <summary>A code is good for its template alone; its type and account are those of the address.</summary>
    public CodeUse Use => new("fresns", "", $"{TemplateId}");
}
