using OtpFunctions.Core.Addresses;

namespace OtpFunctions.Core.Directory;

/// <summary>To whom a code may go.</summary>
/// <param name="To">The address.</param>
/// <param name="Fallback">
/// The e-mail address of the user whose phone <paramref name="To"/> is; null where it is a phone that nobody has yet, or
/// an e-mail address.
/// </param>
public sealed record FoundRecipient(Address To, EmailAddress? Fallback = null);
