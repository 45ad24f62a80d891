using System.ComponentModel.DataAnnotations;

namespace OtpFunctions.Http;

/// <summary>How the caller's network address is known. Section <c>Otp:Client</c>.</summary>
public sealed class ClientOptions : IValidatableObject
{
    private const int LongestHeader = 64;

    /// <summary>
    /// A header that the front end in use sets itself and that no caller can (CLIENT-IP behind App Service), or empty:
    /// the connection's address. A header named here without such a front end lets callers choose their address.
    /// </summary>
    public string AddressHeader { get; set; } = "";

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (AddressHeader.Length > LongestHeader || !AddressHeader.All(letter => letter == '-' || char.IsAsciiLetterOrDigit(letter)))
        {
            yield return new ValidationResult(
                $"Otp:Client:AddressHeader must be letters, digits and hyphens, at most {LongestHeader}.");
        }
    }
}
