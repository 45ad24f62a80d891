using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Codes;

namespace OtpFunctions.Core.Delivery;

/// <summary>One message with a code in it. No record: it cannot print itself.</summary>
public sealed class CodeMessage
{
    private CodeMessage(Address to, string code, string subject, string text) =>
        (To, Code, Subject, Text) = (to, code, subject, text);

    /// <summary>Who gets it.</summary>
    public Address To { get; }

    /// <summary>The code, for providers that fill templates of their own.</summary>
    public string Code { get; }

    /// <summary>Of a mail; never with the code in it, since subjects show on locked screens and in logs.</summary>
    public string Subject { get; }

    /// <summary>The whole text.</summary>
    public string Text { get; }

    internal static CodeMessage For(Address to, IssuedCode issued, TimeSpan validFor)
    {
        var minutes = Math.Max(1, (int)Math.Ceiling(validFor.TotalMinutes));
        return new(to, issued.Code, "验证码", $"您的验证码是 {issued.Code}，{minutes} 分钟内有效。如非本人操作，请忽略本消息。");
    }
}
