using System.Diagnostics;
using System.Text.Json.Serialization;
using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Codes;
using OtpFunctions.Core.Delivery.Messages;

namespace OtpFunctions.Core.Delivery;

/// <summary>One message with a code in it. No record: it cannot print itself, nor what is in it as JSON.</summary>
public sealed class CodeMessage
{
    internal CodeMessage(Address to, IssuedCode issued, MessageTemplate template, MessageLanguage language) =>
        (To, Code, MessageId, Template, Language) = (to, issued.Code, issued.MessageId, template, language);

    /// <summary>
    /// A UUID, the same at every try and at every provider: who gets it twice sends it once. It is that of the record too.
    /// </summary>
    public string MessageId { get; }

    /// <summary>Who gets it.</summary>
    public Address To { get; }

    /// <summary>The code, for providers that fill templates of their own.</summary>
    [JsonIgnore]
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string Code { get; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset ComposedAt { get; internal init; }

    /// <summary>What the code was asked for.</summary>
    public MessageTemplate Template { get; }

    /// <summary>What the message is said in.</summary>
    public MessageLanguage Language { get; }

    /// <summary>
    /// Of a mail, one line; never with the code in it, since subjects show on locked screens and in logs. Empty for
    /// SMS.
    /// </summary>
    public string Subject { get; internal init; } = "";

    /// <summary>The whole text: of a mail the plain one, of an SMS the only one.</summary>
    [JsonIgnore]
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string Text { get; internal init; } = "";

    /// <summary>A mail's text as a page. Empty for SMS.</summary>
    [JsonIgnore]
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string Html { get; internal init; } = "";
}
