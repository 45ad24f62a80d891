using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using OtpFunctions.Core.Addresses;
using OtpFunctions.Http;

namespace OtpFunctions.Console;

/// <summary>Reads the addresses of a user: either, both or none.</summary>
/// <param name="Email">From email.</param>
/// <param name="Phone">From telephone, and countryCode where that is beside it.</param>
internal sealed record UserAddresses(EmailAddress? Email, PhoneNumber? Phone)
{
    public static bool TryRead(
        JsonFields fields, [NotNullWhen(true)] out UserAddresses? addresses, [NotNullWhen(false)] out IResult? refusal)
    {
        var emailText = fields.OptionalText("email");
        var telephone = fields.OptionalText("telephone");
        var countryCode = fields.OptionalText("countryCode");
        EmailAddress? email = null;
        PhoneNumber? phone = null;
        refusal = fields.Problem is { } problem ? ConsoleErrors.For(problem)
            : emailText is not null && !EmailAddress.TryParse(emailText, out email)
                ? ConsoleErrors.BadField("email", "an e-mail address")
            : countryCode is not null && telephone is null
                ? ConsoleErrors.BadField("telephone", "given with countryCode")
            : telephone is not null && !TryReadPhone(telephone, countryCode, out phone)
                ? ConsoleErrors.BadField("telephone", Expected(countryCode))
            : null;
        addresses = refusal is null ? new UserAddresses(email, phone) : null;
        return refusal is null;
    }

    /// <summary>No address in a log by accident.</summary>
    public override string ToString() => nameof(UserAddresses);

    private static bool TryReadPhone(string telephone, string? countryCode, out PhoneNumber? phone) =>
        countryCode is null
        ? PhoneNumber.TryParse(telephone, out phone)
        : PhoneNumber.TryParse(telephone, countryCode, out phone);

    private static string Expected(string? countryCode) => countryCode is null
        ? "a mobile number of mainland China, or begin with + and a country code"
        : "a number of the country that countryCode names";
}
