namespace Azure.Data.Tables.Http;

internal static class Account
{
    /// <summary>The host's first label, or, where the host is an address or a bare name, the first segment.</summary>
    public static string Of(Uri endpoint)
    {
        var dot = endpoint.Host.IndexOf('.', StringComparison.Ordinal);
        return endpoint.HostNameType == UriHostNameType.Dns && dot > 0
            ? endpoint.Host[..dot]
            : endpoint.AbsolutePath.Trim('/').Split('/')[0];
    }
}
