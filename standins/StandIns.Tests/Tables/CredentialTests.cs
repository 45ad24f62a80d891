using System.Net;
using Azure;
using Azure.Core.Pipeline;
using Azure.Data.Tables;

namespace StandIns.Tests.Tables;

public sealed class CredentialTests
{
    private static readonly Uri Endpoint = new("https://account.table.core.windows.net/");

    [Fact]
    public async Task A_token_is_asked_for_storage_and_sent()
    {
        var handler = new StubHandler(HttpStatusCode.NoContent);
        var credential = new StubCredential();
        var table = new TableClient(Endpoint, "table", credential, Options(handler));

        await table.AddEntityAsync(new TableEntity("p", "r"));

        Assert.Equal(["https://storage.azure.com/.default"], credential.Scopes);
        Assert.Equal([(new Uri(Endpoint, "table"), "Bearer the-token")], handler.Requests);
        Assert.Equal("account", table.AccountName);
        Assert.Equal(new Uri(Endpoint, "table"), table.Uri);
    }

    [Fact]
    public async Task A_token_never_goes_over_plain_http()
    {
        var handler = new StubHandler();
        var plain = new Uri("http://127.0.0.1:1/account");
        var table = new TableClient(plain, "table", new StubCredential(), Options(handler));

        await Assert.ThrowsAsync<InvalidOperationException>(() => table.AddEntityAsync(new TableEntity("p", "r")));

        Assert.Empty(handler.Requests);
    }

    [Fact]
    public async Task A_shared_access_signature_stands_in_the_query_once()
    {
        var handler = new StubHandler(HttpStatusCode.ServiceUnavailable, HttpStatusCode.NoContent);
        const string Signature = "?sv=2020&sig=abc%3D";
        var service = new TableServiceClient(Endpoint, new AzureSasCredential(Signature), Options(handler));

        await service.GetTableClient("table").DeleteEntityAsync("p", "r");

        Assert.Equal([Signature, Signature], handler.Requests.Select(request => request.Uri.Query));
    }

    [Theory]
    [InlineData("AccountName=shop;AccountKey=a2V5", "https://shop.table.core.windows.net/", "shop")]
    [InlineData(
        "DefaultEndpointsProtocol=https;AccountName=shop;AccountKey=a2V5;EndpointSuffix=core.chinacloudapi.cn;",
        "https://shop.table.core.chinacloudapi.cn/",
        "shop")]
    [InlineData(
        "tableendpoint=http://127.0.0.1:9/dev; AccountName=dev; AccountKey=a2V5",
        "http://127.0.0.1:9/dev",
        "dev")]
    [InlineData(
        "TableEndpoint=https://shop.table.core.windows.net;SharedAccessSignature=sv=1&sig=2",
        "https://shop.table.core.windows.net/",
        "shop")]
    [InlineData("UseDevelopmentStorage=true", "http://127.0.0.1:10002/devstoreaccount1", "devstoreaccount1")]
    public void A_connection_string_tells_endpoint_and_account(string text, string endpoint, string account)
    {
        var service = new TableServiceClient(text);

        Assert.Equal((new Uri(endpoint), account), (service.Uri, service.AccountName));
    }

    [Theory]
    [InlineData("")]
    [InlineData("c2VjcmV0")]
    [InlineData("AccountName=shop")]
    [InlineData("AccountKey=c2VjcmV0")]
    [InlineData("TableEndpoint=c2VjcmV0;AccountName=shop;AccountKey=c2VjcmV0")]
    [InlineData("AccountKey=c2VjcmV0;AccountKey=c2VjcmV0")]
    public void A_connection_string_that_tells_too_little_is_refused_without_being_repeated(string text)
    {
        var refused = Assert.Throws<InvalidOperationException>(() => new TableServiceClient(text));

        Assert.DoesNotContain("c2VjcmV0", refused.ToString(), StringComparison.Ordinal);
    }

    private static TableClientOptions Options(StubHandler handler) => new()
    {
        Transport = new HttpClientTransport(handler),
        Retry = { Delay = TimeSpan.FromMilliseconds(1), MaxDelay = TimeSpan.FromMilliseconds(1) },
    };
}
