using System.ComponentModel.DataAnnotations;

namespace OtpFunctions.Core.Storage;

/// <summary>Where the tables are. Section <c>Otp:Storage</c>.</summary>
public sealed class StorageOptions : IValidatableObject
{
    private const int LongestPrefix = 20;

    /// <summary>For development: an emulator or a key. Exactly one of this and <see cref="ServiceUri"/> is set.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>https://ACCOUNT.table.core.windows.net, reached with a managed identity.</summary>
    public Uri? ServiceUri { get; set; }

    /// <summary>The client id of a user-assigned identity; without it the environment's own identity is taken.</summary>
    public string? ClientId { get; set; }

    /// <summary>What the names of the tables begin with; otp unless set. A letter, then letters or digits, at most 20 in all.</summary>
    public string TablePrefix { get; set; } = "otp";

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (string.IsNullOrWhiteSpace(ConnectionString) == (ServiceUri is null))
        {
            yield return new ValidationResult("Set one of Otp:Storage:ConnectionString and Otp:Storage:ServiceUri.");
        }

        if (!string.IsNullOrWhiteSpace(ConnectionString) && !TableConnection.CanRead(ConnectionString))
        {
            yield return new ValidationResult("Otp:Storage:ConnectionString is no connection string of Table Storage.");
        }

        if (ServiceUri is { } uri && (!uri.IsAbsoluteUri || uri.Scheme != Uri.UriSchemeHttps))
        {
            yield return new ValidationResult("Otp:Storage:ServiceUri must be an https address.");
        }

        if (TablePrefix.Length is 0 or > LongestPrefix
            || !char.IsAsciiLetter(TablePrefix[0])
            || !TablePrefix.All(char.IsAsciiLetterOrDigit))
        {
            yield return new ValidationResult(
                $"Otp:Storage:TablePrefix must be a letter, then letters or digits, at most {LongestPrefix} in all.");
        }
    }

    /// <summary>A connection string does not print itself.</summary>
    public override string ToString() => nameof(StorageOptions);
}
