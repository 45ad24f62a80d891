using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Codes;
using OtpFunctions.Core.Secrecy;

namespace OtpFunctions.Core.Directory;

/// <summary>
/// The keys of users' rows: keyed hashes, since a name may hold what a key may not and an address is nobody's business.
/// </summary>
internal sealed class UserKeys(KeyHasher hasher)
{
    private const int Length = 43;

    /// <summary>Whether this is the shape of a key: 43 characters of base64url.</summary>
    public static bool IsKey(string text) =>
        text.Length == Length
        && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_');

    /// <summary>Whether two addresses are the same to the directory.</summary>
    public static bool AreSame(Address left, Address right) => Canonical(left) == Canonical(right);

    public string OfName(string name) => hasher.Hash("user", name);

    /// <summary>A mailbox in another letter case is the same; plus-tags make others (docs/decisions/0005).</summary>
    public ClaimKey OfAddress(Address address) => new(RecipientKeys.RowOf(hasher, address), KeyOf(address));

    public bool Lists(User user, ClaimKey key) => user.Addresses.Any(address => KeyOf(address) == key.Address);

    private string KeyOf(Address address) => hasher.Hash("user-address", Canonical(address));

    private static string Canonical(Address address) => $"{address.Channel}\n{address.Delivery.ToLowerInvariant()}";
}
