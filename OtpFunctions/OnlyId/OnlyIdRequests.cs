using System.Diagnostics.CodeAnalysis;
using OtpFunctions.Core.Addresses;
using OtpFunctions.Http;

namespace OtpFunctions.OnlyId;

/// <summary>Reads the two requests: types first, in the document's order of fields, then ranges. The first fault is the answer.</summary>
internal static class OnlyIdRequests
{
    private const int LeastCustomCode = 4;
    private const int LongestCustomCode = 8;
    private const int MostExpireMin = 20;
    private const int MostFailCount = 20;

    public static bool TryReadSend(
        JsonBody body, [NotNullWhen(true)] out SendOtpRequest? request, [NotNullWhen(false)] out string? error)
    {
        request = null;
        if (body.Problem is { } problem)
        {
            error = OnlyIdErrors.TextOf(problem);
            return false;
        }

        var fields = body.Fields;
        var recipient = fields.RequiredText("recipient");
        var credentials = new OnlyIdCredentials(fields.RequiredText("clientId"), fields.RequiredText("clientSecret"));
        var code = fields.OptionalText("code");
        var expireMin = fields.OptionalInteger("expireMin");
        var maxFailCount = fields.OptionalInteger("maxFailCount");
        var reuse = fields.OptionalTruth("reuse");
        error = OnlyIdErrors.TextOf(fields.Problem)
            ?? CheckCode(code)
            ?? CheckRange("expireMin", expireMin, MostExpireMin)
            ?? CheckRange("maxFailCount", maxFailCount, MostFailCount);
        if (error is not null || !TryReadRecipient(recipient, out var address, out error))
        {
            return false;
        }

        request = new SendOtpRequest
        {
            RecipientAsSent = recipient,
            Recipient = address,
            Credentials = credentials,
            Code = code,
            ExpireMin = expireMin,
            MaxFailCount = maxFailCount,
            Reuse = reuse,
        };
        return true;
    }

    public static bool TryReadVerify(
        JsonBody body, [NotNullWhen(true)] out VerifyOtpRequest? request, [NotNullWhen(false)] out string? error)
    {
        request = null;
        if (body.Problem is { } problem)
        {
            error = OnlyIdErrors.TextOf(problem);
            return false;
        }

        var fields = body.Fields;
        var recipient = fields.RequiredText("recipient");
        var credentials = new OnlyIdCredentials(fields.RequiredText("clientId"), fields.RequiredText("clientSecret"));
        // People copy blanks along; no code holds one.
        var code = fields.RequiredText("code").Trim();
        error = OnlyIdErrors.TextOf(fields.Problem);
        if (error is not null || !TryReadRecipient(recipient, out var address, out error))
        {
            return false;
        }

        request = new VerifyOtpRequest { Recipient = address, Credentials = credentials, Code = code };
        return true;
    }

    private static bool TryReadRecipient(
        string text, [NotNullWhen(true)] out Address? address, [NotNullWhen(false)] out string? error)
    {
        error = Address.TryParse(text, out address) ? null : "recipient 应为手机号或电子邮箱";
        return error is null;
    }

    private static string? CheckCode(string? code) =>
        code is null || (code.Length is >= LeastCustomCode and <= LongestCustomCode && code.All(char.IsAsciiLetterOrDigit))
            ? null
            : $"code 应为{LeastCustomCode}~{LongestCustomCode}个英文字母、数字";

    private static string? CheckRange(string name, int? value, int most) =>
        value is null or >= 1 && (value is null || value <= most) ? null : $"{name} 要 >= 1 且 <= {most}";
}
