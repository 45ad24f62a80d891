using System.Collections.Concurrent;
using System.Diagnostics.Tracing;
using Azure;
using Azure.Core.Diagnostics;
using Azure.Data.Tables;
using OtpFunctions.Tests.Fixtures;

namespace StandIns.Tests.Tables;

public sealed class LogTests
{
    [Fact]
    public async Task The_log_tells_what_was_asked_and_nothing_secret()
    {
        const string Secret = "a-value-nobody-may-read";
        var log = new ConcurrentQueue<string>();
        using var listener = new AzureEventSourceListener((_, message) => log.Enqueue(message), EventLevel.LogAlways);
        var table = await TestTable.CreatedAsync();

        await table.AddEntityAsync(new TableEntity("p", "r") { ["Value"] = Secret });
        await table.GetEntityAsync<TableEntity>("p", "r");
        await table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"Value eq {Secret}")).ToListAsync();
        await Assert.ThrowsAsync<RequestFailedException>(
            () => table.AddEntityAsync(new TableEntity("p", "r") { ["Value"] = Secret }));

        var text = string.Join('\n', log);
        Assert.Contains($"/{table.Name}(PartitionKey='p',RowKey='r')", text, StringComparison.Ordinal);
        Assert.Contains("Authorization:REDACTED", text, StringComparison.Ordinal);
        Assert.Contains("filter=REDACTED", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, text, StringComparison.Ordinal);
        Assert.DoesNotContain(Azurite.AccountKey, text, StringComparison.Ordinal);
        Assert.DoesNotContain("SharedKey ", text, StringComparison.Ordinal);
    }
}
