namespace Azure.Data.Tables.Http;

internal static class Account
{
    /// <summary>The host's first label; with an emulator, whose host is an address or a bare name, the first segment.</summary>
    public static string Of(Uri endpoint) =>
        endpoint.HostNameType == UriHostNameType.Dns && endpoint.Host.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot
            ? endpoint.Host[..dot]
            : endpoint.AbsolutePath.Trim('/').Split('/')[0];
}
