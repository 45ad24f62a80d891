using System.Net;
using Microsoft.AspNetCore.Http;
using OtpFunctions.Http;

namespace OtpFunctions.Tests.Http;

/// <summary>Below HTTP, since a client joins a header it sends twice into one.</summary>
public sealed class ClientAddressTests
{
    private const string Connection = "192.0.2.1";

    [Theory]
    [InlineData("203.0.113.1", "203.0.113.1")]
    [InlineData("203.0.113.1", "203.0.113.1:50123")]
    [InlineData("2001:db8::1", "2001:db8::1")]
    [InlineData("2001:db8::1", "[2001:db8::1]:50123")]
    [InlineData(Connection)]
    [InlineData(Connection, "")]
    [InlineData(Connection, "unknown")]
    [InlineData(Connection, "203.0.113.1:x")]
    [InlineData(Connection, "203.0.113.1, 203.0.113.2")]
    [InlineData(Connection, "203.0.113.1", "203.0.113.2")]
    [InlineData(Connection, "203.0.113.1", "203.0.113.1")]
    [InlineData(Connection, "203.0.113.1", "")]
    public void What_the_header_says_once_counts_if_it_is_an_address(string counts, params string[] sent) =>
        Assert.Equal(IPAddress.Parse(counts), ClientAddress.Of(Request(sent), new() { AddressHeader = "CLIENT-IP" }));

    [Fact]
    public void Where_no_header_is_named_none_counts() =>
        Assert.Equal(IPAddress.Parse(Connection), ClientAddress.Of(Request("203.0.113.1"), new()));

    private static HttpRequest Request(params string[] sent)
    {
        var http = new DefaultHttpContext();
        http.Connection.RemoteIpAddress = IPAddress.Parse(Connection);
        http.Request.Headers["CLIENT-IP"] = sent;
        http.Request.Headers["X-Forwarded-For"] = "203.0.113.9";
        return http.Request;
    }
}
