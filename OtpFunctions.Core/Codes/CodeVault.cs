using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Secrecy;

namespace OtpFunctions.Core.Codes;

/// <summary>Codes and addresses as they may lie in storage: encrypted, and hashed under the pepper.</summary>
internal sealed class CodeVault(KeyHasher hasher, CodeProtector protector)
{
    public RecipientKeys KeysOf(Address address) => new(
        RecipientKeys.RowOf(hasher, address),
        hasher.Hash("address", $"{address.Channel}\n{address.Delivery}"));

    public byte[] Seal(string code, RecipientKeys keys, string use) => protector.Protect(code, keys.PlaceOf(use));

    /// <summary>The code, or null when no key of the ring opens it.</summary>
    public string? Open(LiveCode code, RecipientKeys keys) => protector.Unprotect(code.Sealed, keys.PlaceOf(code.Use));

    public bool Matches(LiveCode live, RecipientKeys keys, string code) =>
        protector.Matches(live.Sealed, keys.PlaceOf(live.Use), code);
}
