namespace OtpFunctions.Core.Directory;

/// <summary>Where the claim of an address lies: beside the state of its recipient (docs/decisions/0005).</summary>
/// <param name="Recipient">The key of the recipient's row, which spellings of one mailbox share.</param>
/// <param name="Address">A keyed hash of the address as the directory tells it from others.</param>
internal readonly record struct ClaimKey(string Recipient, string Address);
