using OtpFunctions.Core.Addresses;

namespace OtpFunctions.Starlight;

/// <summary>Whose code is asked for. A class, so that it cannot print an address.</summary>
internal sealed class SendRequest(string userName, bool byTelephone)
{
    /// <summary>A name, an e-mail address or a phone number.</summary>
    public string UserName { get; } = userName;

    /// <summary>Whether the phone is preferred to the e-mail.</summary>
    public bool ByTelephone { get; } = byTelephone;

    /// <summary>The address that the code will go to if the user is found by it; null where only the user's row says.</summary>
    public Address? Supposed =>
        Address.TryParse(UserName, out var address)
        && address.Channel == (ByTelephone ? DeliveryChannel.Sms : DeliveryChannel.Email)
            ? address
            : null;
}
