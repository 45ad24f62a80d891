using System.Net;
using Microsoft.AspNetCore.Http;

namespace OtpFunctions.Http;

/// <summary>The network address of whoever calls: the connection's, or what a vouched-for header says.</summary>
internal static class ClientAddress
{
    public static IPAddress Of(HttpRequest request, ClientOptions options)
    {
        var connection = request.HttpContext.Connection.RemoteIpAddress ?? IPAddress.None;
        if (options.AddressHeader.Length == 0)
        {
            return connection;
        }

        var values = request.Headers[options.AddressHeader];
        // Front ends write the address with or without a port. Sent twice it is nobody's word.
        return values.Count == 1 && IPEndPoint.TryParse(values.ToString(), out var end) ? end.Address : connection;
    }
}
