using Azure.Data.Tables;
using OtpFunctions.Core.Storage;

namespace OtpFunctions.Tests.Storage;

public sealed class TableConnectionTests
{
    [Theory]
    [InlineData("UseDevelopmentStorage=true")]
    [InlineData("usedevelopmentstorage=True;")]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=name;AccountKey=a2V5;EndpointSuffix=core.windows.net")]
    [InlineData("AccountName=name;AccountKey=a2V5")]
    [InlineData("DefaultEndpointsProtocol=http;AccountName=name;AccountKey=a2V5;TableEndpoint=http://127.0.0.1:10002/name;")]
    [InlineData("TableEndpoint=https://name.table.core.windows.net/;SharedAccessSignature=sv=2019-02-02&sig=a%3D")]
    [InlineData("AccountName=name;SharedAccessSignature=sv=2019-02-02&sig=a%3D")]
    public void What_the_client_takes_is_taken(string text)
    {
        Assert.True(TableConnection.CanRead(text));
        Assert.NotNull(new TableServiceClient(text));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData(";")]
    [InlineData("=value")]
    [InlineData("UseDevelopmentStorage=false")]
    [InlineData("AccountName=name")]
    [InlineData("AccountKey=a2V5")]
    [InlineData("AccountName=name;AccountKey=***")]
    [InlineData("AccountName=name;AccountName=name;AccountKey=a2V5")]
    [InlineData("TableEndpoint=name;AccountName=name;AccountKey=a2V5")]
    [InlineData("TableEndpoint=https://name.table.core.windows.net")]
    public void What_the_client_does_not_take_is_refused(string text)
    {
        Assert.False(TableConnection.CanRead(text));
        Assert.ThrowsAny<Exception>(() => new TableServiceClient(text));
    }
}
