using System.ComponentModel.DataAnnotations;
using OtpFunctions.Core.Secrecy;

namespace OtpFunctions.Core.Directory;

/// <summary>Where the users are. Section <c>Otp:Directory</c>.</summary>
public sealed class DirectoryOptions : IValidatableObject
{
    /// <summary>Where users are: in the tables, or asked for at <see cref="Url"/>; Tables unless set.</summary>
    [Required]
    [EnumDataType(typeof(DirectoryKind))]
    public DirectoryKind? Kind { get; set; } = DirectoryKind.Tables;

    /// <summary>
    /// With Http: what is asked, <c>https://HOST/PATH</c>; a query of its own is kept. In Development it may be http on
    /// a loopback address.
    /// </summary>
    public Uri? Url { get; set; }

    /// <summary>With Http: base64 of at least 32 random bytes, the HMAC key that both sides hold.</summary>
    public string Key { get; set; } = "";

    /// <summary>Seconds that one try may take, 1 to 10; 3 unless set. There are two.</summary>
    [Range(1, 10)]
    public int TimeoutSeconds { get; set; } = 3;

    /// <summary>Whether nobody on the way can read or change what is asked: https, or a loopback address.</summary>
    /// <param name="allowsLoopback">Whether this is Development.</param>
    public bool IsPrivate(bool allowsLoopback) =>
        Kind != DirectoryKind.Http
        || Url is not { IsAbsoluteUri: true } url
        || url.Scheme == Uri.UriSchemeHttps
        || (allowsLoopback && url.IsLoopback);

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Kind != DirectoryKind.Http)
        {
            yield break;
        }

        if (Url is not { IsAbsoluteUri: true, UserInfo: "", Fragment: "" } url
            || (url.Scheme != Uri.UriSchemeHttps && url.Scheme != Uri.UriSchemeHttp))
        {
            yield return new ValidationResult("Otp:Directory:Url must be an https address without user and fragment.");
        }

        if (ReadKey() is null)
        {
            yield return new ValidationResult("Otp:Directory:Key must be base64 of at least 32 random bytes.");
        }
    }

    /// <summary>A key does not print itself.</summary>
    public override string ToString() => nameof(DirectoryOptions);

    internal byte[]? ReadKey() => SharedKey.TryRead(Key);
}
