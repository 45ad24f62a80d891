namespace OtpFunctions.Core.Delivery;

/// <summary>How providers are connected to.</summary>
internal static class ProviderHttp
{
    /// <summary>
    /// One for the life of the process: the host's name is looked up again every two minutes, nothing is redirected, and
    /// a host that takes no connections is told from one that does not answer. Callers set the time of a try.
    /// </summary>
    public static HttpClient New() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(2),
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };
}
