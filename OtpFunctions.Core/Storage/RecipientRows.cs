using OtpFunctions.Core.Codes;
using OtpFunctions.Core.Directory;

namespace OtpFunctions.Core.Storage;

/// <summary>What was read of an address.</summary>
/// <param name="State">Of its recipient.</param>
/// <param name="Claim">On the address, or null.</param>
internal sealed record RecipientRows(Versioned<RecipientState> State, Stored<AddressClaim>? Claim);
