using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Secrecy;

namespace OtpFunctions.Core.Codes;

/// <summary>The keyed hashes an address is known by in storage.</summary>
/// <param name="Row">Of its limiter key: spellings of one mailbox or number share windows and failures.</param>
/// <param name="BoundTo">Of its exact form: a code for one spelling is nothing to another.</param>
internal sealed record RecipientKeys(string Row, string BoundTo)
{
    public static string RowOf(KeyHasher hasher, Address address) =>
        hasher.Hash("recipient", $"{address.Channel}\n{address.LimiterKey}");

    /// <summary>Where a code for this use lies: the associated data of its encryption.</summary>
    public string PlaceOf(string use) => $"{Row}\n{BoundTo}\n{use}";
}
