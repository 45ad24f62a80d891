using System.ComponentModel.DataAnnotations;

namespace OtpFunctions.Http;

/// <summary>How the caller's network address is known. Section <c>Otp:Client</c>.</summary>
public sealed class ClientOptions
{
    /// <summary>
    /// A header that the front end in use sets itself and that no caller can (CLIENT-IP behind App Service), or empty:
    /// the connection's address. A header named here without such a front end lets callers choose their address.
    /// </summary>
    [RegularExpression("[A-Za-z0-9-]{0,64}")]
    public string AddressHeader { get; set; } = "";
}
