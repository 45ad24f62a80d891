using OtpFunctions.Core.Secrecy;

namespace OtpFunctions.Core.Delivery.Webhook;

/// <summary>Where messages are posted to. Sections <c>Otp:Delivery:EmailWebhook</c> and <c>SmsWebhook</c>.</summary>
public sealed class WebhookOptions
{
    /// <summary>What gets the messages, <c>https://HOST/PATH</c>. In Development it may be http on a loopback address.</summary>
    public Uri? Url { get; set; }

    /// <summary>Base64 of at least 32 random bytes, the HMAC key that both sides hold.</summary>
    public string Key { get; set; } = "";

    /// <summary>
    /// Whether the code is also sent by itself, for providers that fill templates of their own; false unless set. The
    /// text holds it anyway.
    /// </summary>
    public bool IncludeCode { get; set; }

    /// <summary>A key does not print itself.</summary>
    public override string ToString() => nameof(WebhookOptions);

    internal byte[]? ReadKey() => SharedKey.TryRead(Key);

    internal IEnumerable<string> Faults(string section)
    {
        if (Url is not { IsAbsoluteUri: true, UserInfo: "", Fragment: "" } url
            || (url.Scheme != Uri.UriSchemeHttps && url.Scheme != Uri.UriSchemeHttp))
        {
            yield return $"{section}:Url must be an https address without user and fragment.";
        }

        if (ReadKey() is null)
        {
            yield return $"{section}:Key must be base64 of at least 32 random bytes.";
        }
    }
}
