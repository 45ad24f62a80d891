using Azure;
using Azure.Data.Tables;
using OtpFunctions.Tests.Fixtures;

namespace StandIns.Tests.Tables;

public sealed class ServiceTests
{
    [Fact]
    public async Task A_table_is_made_once_found_and_removed()
    {
        var service = new TableServiceClient((await Azurite.StartedAsync()).ConnectionString);
        var name = Azurite.UniqueTableName("service");
        var filter = TableServiceClient.CreateQueryFilter($"TableName eq {name}");

        var made = await service.CreateTableIfNotExistsAsync(name);
        var again = await service.CreateTableIfNotExistsAsync(name);
        var conflict = await Assert.ThrowsAsync<RequestFailedException>(() => service.CreateTableAsync(name));
        var found = await service.QueryAsync(filter).ToListAsync();
        var removed = await service.DeleteTableAsync(name);
        var missing = await service.DeleteTableAsync(name);

        Assert.Equal((name, 204), (made.Value.Name, made.GetRawResponse().Status));
        Assert.Equal((name, 409), (again.Value.Name, again.GetRawResponse().Status));
        Assert.Equal((409, "TableAlreadyExists"), (conflict.Status, conflict.ErrorCode));
        Assert.Equal([name], found.Select(table => table.Name));
        Assert.Equal((204, 404), (removed.Status, missing.Status));
        Assert.Empty(service.Query(filter));
    }

    [Fact]
    public async Task A_table_made_through_its_own_client_is_the_service_s()
    {
        var service = new TableServiceClient((await Azurite.StartedAsync()).ConnectionString);
        var table = service.GetTableClient(Azurite.UniqueTableName("service"));

        await table.CreateIfNotExistsAsync();
        table.CreateIfNotExists();
        await table.AddEntityAsync(new TableEntity("p", "r"));
        var removed = table.Delete();

        Assert.Equal(204, removed.Status);
        Assert.Equal((Azurite.AccountName, new Uri($"{service.Uri}/{table.Name}")), (table.AccountName, table.Uri));
    }

    [Fact]
    public async Task What_is_missing_from_a_call_is_named()
    {
        var table = new TableClient("UseDevelopmentStorage=true", "table");
        var whole = new TableEntity("p", "r");
        var keyless = new TableEntity();

        await Missing("partitionKey", () => table.GetEntityAsync<TableEntity>(null!, "r"));
        await Missing("rowKey", () => table.DeleteEntityAsync("p", null!));
        await Missing("entity", () => table.AddEntityAsync<TableEntity>(null!));
        await Missing("PartitionKey", () => table.UpsertEntityAsync(keyless));
        Assert.Throws<ArgumentNullException>(
            "credential", () => new TableClient(table.Uri, "t", (TableSharedKeyCredential)null!));
        await Assert.ThrowsAsync<ArgumentException>("ifMatch", () => table.UpdateEntityAsync(whole, default));
        Assert.Throws<ArgumentException>("tableName", () => new TableClient("UseDevelopmentStorage=true", ""));
    }

    private static Task<ArgumentNullException> Missing(string parameter, Func<Task> call) =>
        Assert.ThrowsAsync<ArgumentNullException>(parameter, call);
}
