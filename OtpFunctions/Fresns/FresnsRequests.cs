using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Delivery.Messages;
using OtpFunctions.Core.Directory;
using OtpFunctions.Http;

namespace OtpFunctions.Fresns;

/// <summary>Reads the fields of both calls, in the document's order. What is only wrong as an address is judged later.</summary>
internal static class FresnsRequests
{
    /// <summary>The caller's language: the client's tag first, then the browser's, then the default.</summary>
    public static MessageLanguage LanguageOf(HttpRequest request, MessageOptions options) =>
        MessageLanguages.Choose(
            request.Headers["X-Fresns-Client-Lang-Tag"], request.Headers.AcceptLanguage) ?? options.DefaultLanguage;

    public static bool TryReadSend(
        JsonFields fields,
        out AddressPurpose purpose,
        [NotNullWhen(true)] out VerifyCodeRequest? request,
        out FresnsCode error)
    {
        var type = fields.RequiredText("type");
        purpose = (AddressPurpose)fields.RequiredInteger("useType");
        if (!TryRead(fields, type, out request, out error))
        {
            return false;
        }

        error = Enum.IsDefined(purpose) ? FresnsCode.Ok : FresnsCode.FieldWrong;
        return error == FresnsCode.Ok;
    }

    /// <summary>Reads the call that checks a code; its verifyCode may be empty, which has a number of its own.</summary>
    public static bool TryReadCheck(
        JsonFields fields, out string code, [NotNullWhen(true)] out VerifyCodeRequest? request, out FresnsCode error)
    {
        var type = fields.RequiredText("type");
        code = fields.OptionalText("verifyCode")?.Trim() ?? "";
        return TryRead(fields, type, out request, out error);
    }

    private static bool TryRead(
        JsonFields fields, string type, [NotNullWhen(true)] out VerifyCodeRequest? request, out FresnsCode error)
    {
        var templateId = fields.RequiredInteger("templateId");
        var account = fields.RequiredText("account");
        // Blank is left out; spaces are, around an address, and no other blanks.
        var country = fields.OptionalIntegerOrText("countryCode")?.Trim(' ') is { Length: > 0 } given ? given : null;
        request = null;
        error = fields.Problem is { } problem ? FresnsErrors.NumberOf(problem)
            : type is "email" or "sms" ? FresnsCode.Ok
            : FresnsCode.FieldWrong;
        if (error != FresnsCode.Ok)
        {
            return false;
        }

        var channel = type == "email" ? DeliveryChannel.Email : DeliveryChannel.Sms;
        request = new VerifyCodeRequest
        {
            Channel = channel,
            Address = channel == DeliveryChannel.Email ? Email(account) : Phone(account, country),
            HasCountryCode = country is not null,
            IsCountryKnown = PhoneNumber.IsCountryCode(country),
            TemplateId = templateId,
        };
        return true;
    }

    private static EmailAddress? Email(string account) =>
        EmailAddress.TryParse(account, out EmailAddress? email) ? email : null;

    private static PhoneNumber? Phone(string account, string? country) =>
        PhoneNumber.TryParse(account, country, out var phone) ? phone : null;
}
