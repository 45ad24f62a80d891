using System.Diagnostics.CodeAnalysis;

namespace OtpFunctions.Core.Addresses;

/// <summary>
/// One mailbox, <c>local@domain</c>: what SMTP takes without quoting or extensions (RFC 5321, section 4.1.2), in ASCII,
/// at a public domain name. <see cref="Address.Delivery"/> keeps the local part as written and lower-cases the domain;
/// <see cref="Address.LimiterKey"/> is lower-cased, without a <c>+tag</c>, and for Gmail without dots.
/// </summary>
public sealed class EmailAddress : Address
{
    private const int HiddenCharacters = 4;
    private const string Gmail = "gmail.com";
    private const string GmailAlias = "googlemail.com";

    private EmailAddress(string local, string domain)
        : base(DeliveryChannel.Email, $"{local}@{domain}", ToLimiterKey(local.ToLowerInvariant(), domain))
    {
    }

    /// <summary>
    /// The first 4 characters of the local part become <c>****</c>; a local part of 4 or fewer becomes <c>****</c>
    /// whole.
    /// </summary>
    public override string Masked
    {
        get
        {
            var at = Delivery.IndexOf('@', StringComparison.Ordinal);
            return $"****{Delivery.AsSpan(Math.Min(HiddenCharacters, at))}";
        }
    }

    /// <summary>Reads one address. Never throws.</summary>
    /// <param name="text">
    /// At most 64 characters before the '@' and 254 in all. Spaces around it are dropped. Display names, comments,
    /// quoted local parts, lists, IP literals, domains without a dot and every character beyond printable ASCII are
    /// refused; a punycode domain (<c>xn--</c>) is accepted.
    /// </param>
    /// <param name="address">The address, or null when refused.</param>
    /// <returns>False when it is not one such address.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out EmailAddress? address)
    {
        address = null;
        var trimmed = text.AsSpan().Trim(' ');
        var at = trimmed.IndexOf('@');
        if (at < 0 || trimmed.Length > EmailSyntax.MaxLength)
            return false;

        var local = trimmed[..at];
        var domain = trimmed[(at + 1)..];
        if (!EmailSyntax.IsLocalPart(local) || !EmailSyntax.IsDomain(domain))
            return false;

        address = new EmailAddress(local.ToString(), domain.ToString().ToLowerInvariant());
        return true;
    }

    // "+1@x.com" has nothing before its plus: without the tag every such mailbox would be one.
    private static string ToLimiterKey(string local, string domain)
    {
        var plus = local.IndexOf('+', StringComparison.Ordinal);
        var name = plus > 0 ? local[..plus] : local;

        // support.google.com/mail/answer/7436150: dots don't matter in Gmail addresses; both domains are one mailbox.
        return domain is Gmail or GmailAlias
            ? $"{name.Replace(".", string.Empty, StringComparison.Ordinal)}@{Gmail}"
            : $"{name}@{domain}";
    }
}
