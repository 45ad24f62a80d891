using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace OtpFunctions.Core.Addresses;

/// <summary>
/// Where a code can be sent: an <see cref="EmailAddress"/> or a <see cref="PhoneNumber"/>. It prints itself masked, in
/// text, in JSON and in a debugger; only <see cref="Delivery"/> and <see cref="LimiterKey"/> are clear. Two addresses
/// are equal when channel and <see cref="Delivery"/> are.
/// </summary>
[DebuggerDisplay("{Masked,nq}")]
public abstract class Address : IEquatable<Address>
{
    private protected Address(DeliveryChannel channel, string delivery, string limiterKey)
    {
        Channel = channel;
        Delivery = delivery;
        LimiterKey = limiterKey;
    }

    /// <summary>The channel that reaches this address.</summary>
    public DeliveryChannel Channel { get; }

    /// <summary>In clear: the exact form that messages go to and that a code is bound to. Printable ASCII.</summary>
    [JsonIgnore]
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string Delivery { get; }

    /// <summary>
    /// In clear: the one form that rate windows count on, the same for every spelling and alias of a mailbox or phone.
    /// It need not be deliverable. Printable ASCII; an e-mail's has an '@', a phone's begins with '+'.
    /// </summary>
    [JsonIgnore]
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string LimiterKey { get; }

    /// <summary>The form for answers, logs and traces.</summary>
    public abstract string Masked { get; }

    /// <summary>
    /// Reads a recipient: text with an '@' as <see cref="EmailAddress.TryParse"/> does, any other as
    /// <see cref="PhoneNumber.TryParse(string?, out PhoneNumber?)"/> does. Never throws.
    /// </summary>
    /// <param name="text">What the caller sent; null is refused.</param>
    /// <param name="address">The address, or null when refused.</param>
    /// <returns>False when it is neither.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Address? address)
    {
        address = null;
        if (text?.Contains('@') == true)
        {
            if (EmailAddress.TryParse(text, out EmailAddress? email))
                address = email;
        }
        else if (PhoneNumber.TryParse(text, out PhoneNumber? phone))
        {
            address = phone;
        }

        return address is not null;
    }

    /// <inheritdoc/>
    public bool Equals(Address? other) =>
        Channel == other?.Channel && string.Equals(Delivery, other.Delivery, StringComparison.Ordinal);

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => Equals(obj as Address);

    /// <inheritdoc/>
    public sealed override int GetHashCode() => HashCode.Combine(Channel, Delivery);

    /// <summary>The address, masked.</summary>
    /// <returns><see cref="Masked"/>.</returns>
    public sealed override string ToString() => Masked;

    /// <summary>Whether both are the same address, or both null.</summary>
    /// <param name="left">One address.</param>
    /// <param name="right">The other.</param>
    /// <returns>True when equal.</returns>
    public static bool operator ==(Address? left, Address? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether they are different addresses.</summary>
    /// <param name="left">One address.</param>
    /// <param name="right">The other.</param>
    /// <returns>True when not equal.</returns>
    public static bool operator !=(Address? left, Address? right) => !(left == right);
}
