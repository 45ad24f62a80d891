using System.Text.RegularExpressions;
using OtpFunctions.Core.Addresses;

namespace OtpFunctions.Core.Delivery.Acs;

/// <summary>Azure Communication Services. Section <c>Otp:Delivery:Acs</c>.</summary>
public sealed partial class AcsOptions
{
    /// <summary>
    /// <c>endpoint=https://NAME.communication.azure.com/;accesskey=BASE64</c>. Exactly one of this and
    /// <see cref="Endpoint"/> is set.
    /// </summary>
    public string? ConnectionString { get; set; }

    /// <summary>https://NAME.communication.azure.com, reached with a managed identity.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>The client id of a user-assigned identity; without it the environment's own identity is taken.</summary>
    public string? ClientId { get; set; }

    /// <summary>The sender of e-mail, of a domain that is linked to the resource.</summary>
    public string EmailFrom { get; set; } = "";

    /// <summary>The sender of SMS: a number in E.164, a short code, or an alphanumeric sender of 1 to 11 characters.</summary>
    public string SmsFrom { get; set; } = "";

    /// <summary>A connection string does not print itself.</summary>
    public override string ToString() => nameof(AcsOptions);

    /// <summary>Where messages go, or null where that is not said.</summary>
    internal Uri? Address() => string.IsNullOrWhiteSpace(ConnectionString)
        ? Endpoint
        : AcsConnection.EndpointOf(ConnectionString);

    internal IEnumerable<string> Faults(bool sendsEmail, bool sendsSms)
    {
        if (string.IsNullOrWhiteSpace(ConnectionString) == (Endpoint is null))
        {
            yield return "Set one of Otp:Delivery:Acs:ConnectionString and Otp:Delivery:Acs:Endpoint.";
        }
        else if (Address() is not { IsAbsoluteUri: true })
        {
            yield return string.IsNullOrWhiteSpace(ConnectionString)
                ? "Otp:Delivery:Acs:Endpoint must be an https address."
                : "Otp:Delivery:Acs:ConnectionString must be endpoint=https://...;accesskey=BASE64.";
        }

        if (sendsEmail && !EmailAddress.TryParse(EmailFrom, out EmailAddress? _))
        {
            yield return "Otp:Delivery:Acs:EmailFrom must be an e-mail address.";
        }

        if (sendsSms && !Sender().IsMatch(SmsFrom))
        {
            yield return "Otp:Delivery:Acs:SmsFrom must be a number such as +18005550123, a short code, or a sender's name "
                + "of 1 to 11 letters, digits and blanks.";
        }
    }

    [GeneratedRegex(@"^(\+[1-9][0-9]{4,14}|[0-9]{3,8}|(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11})\z")]
    private static partial Regex Sender();
}
