using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Captchas;

namespace OtpFunctions.Captcha;

/// <summary>Reads the envelope, and what the calls find in its data.</summary>
internal static class CaptchaRequests
{
    /// <summary>What is answered in place of an id that is none.</summary>
    public const long NoId = -1;

    private const int MobileDigits = 11;

    /// <summary>An integer, or digits as text, which the document turns into one; anything else is -1, and no fault.</summary>
    public static long IdOf(JsonElement root)
    {
        if (!root.TryGetProperty("id", out var id))
        {
            return NoId;
        }

        try
        {
            return id.ValueKind switch
            {
                JsonValueKind.Number when id.TryGetInt64(out var number) => number,
                JsonValueKind.String when IsNumeric(id.GetString()!, out var number) => number,
                _ => NoId,
            };
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, escaped.
            return NoId;
        }
    }

    /// <summary>Reads the envelope; the data's own keys are for the call to take.</summary>
    public static bool TryRead(
        JsonElement root, out CaptchaCall call, out CaptchaFields data, [NotNullWhen(false)] out CaptchaFault? fault)
    {
        var fields = new CaptchaFields(root);
        fields.Require("id");
        fields.ExpectZero("status");
        var named = CallOf(fields.Text("type"), fields.Text("subtype"));
        data = fields.Object("data");
        if (named is null)
        {
            fields.Refuse();
        }

        call = named.GetValueOrDefault();
        fault = fields.Fault;
        return fault is null;
    }

    /// <summary>The answer to a captcha: code and rand, or hash with or without rand; null when the data has a fault.</summary>
    public static CaptchaAnswer? ReadAnswer(CaptchaFields data)
    {
        CaptchaAnswer? answer;
        if (data.Has("hash"))
        {
            if (data.Has("code") || !CaptchaAnswer.TryOfHash(data.Text("hash"), data.OptionalText("rand"), out answer))
            {
                data.Refuse();
                return null;
            }
        }
        else
        {
            answer = CaptchaAnswer.OfCode(data.Text("code"), data.Text("rand"));
        }

        return data.Fault is null ? answer : null;
    }

    /// <summary>A mobile number of mainland China as it is dialled there: 11 digits and nothing else.</summary>
    public static bool TryReadMobile(string text, [NotNullWhen(true)] out PhoneNumber? phone)
    {
        phone = null;
        // Eleven digits fill eleven characters: nothing is left for a blank or a prefix.
        return text.Length == MobileDigits && PhoneNumber.TryParse(text, out phone) && phone.IsMainlandChina;
    }

    private static CaptchaCall? CallOf(string type, string subtype) => (type, subtype) switch
    {
        ("img", "generate") => CaptchaCall.GeneratePicture,
        ("img", "validate") => CaptchaCall.ValidatePicture,
        ("sms", "generate") => CaptchaCall.GenerateSms,
        ("sms", "validate") => CaptchaCall.ValidateSms,
        ("pow", "generate") => CaptchaCall.GenerateWork,
        ("pow", "validate") => CaptchaCall.ValidateWork,
        _ => null,
    };

    private static bool IsNumeric(string text, out long number)
    {
        number = 0;
        var digits = text.AsSpan(text.StartsWith('-') ? 1 : 0);
        return !digits.IsEmpty
            && !digits.ContainsAnyExceptInRange('0', '9')
            && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
    }
}
