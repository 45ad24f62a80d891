using OtpFunctions.Core.Codes;

namespace OtpFunctions.OnlyId;

/// <summary>Who says that they ask. A class, so that it cannot print its secret.</summary>
internal sealed class OnlyIdCredentials(string clientId, string clientSecret)
{
    public string ClientId { get; } = clientId;

    public string ClientSecret { get; } = clientSecret;

    /// <summary>A code of one application is nothing to another.</summary>
    public CodeUse Use => new("onlyid", ClientId);
}
