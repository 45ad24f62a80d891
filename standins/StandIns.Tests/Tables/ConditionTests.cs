using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace StandIns.Tests.Tables;

public sealed class ConditionTests
{
    [Fact]
    public async Task An_insert_of_what_is_there_conflicts()
    {
        var table = await TestTable.CreatedAsync();
        await table.AddEntityAsync(new TableEntity("p", "r"));

        var conflict = await Assert.ThrowsAsync<RequestFailedException>(
            () => table.AddEntityAsync(new TableEntity("p", "r")));

        Assert.Equal(409, conflict.Status);
        Assert.Equal("EntityAlreadyExists", conflict.ErrorCode);
        Assert.True(TableErrorCode.EntityAlreadyExists == conflict.ErrorCode!);
    }

    [Theory]
    [InlineData(TableUpdateMode.Merge)]
    [InlineData(TableUpdateMode.Replace)]
    public async Task An_update_with_an_older_etag_fails_and_changes_nothing(TableUpdateMode mode)
    {
        var table = await TestTable.CreatedAsync();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["Value"] = 1 });
        var first = (await table.GetEntityAsync<TableEntity>("p", "r")).Value.ETag;
        var answer = await table.UpdateEntityAsync(new TableEntity("p", "r") { ["Value"] = 2 }, first, mode);

        var failure = await Assert.ThrowsAsync<RequestFailedException>(
            () => table.UpdateEntityAsync(new TableEntity("p", "r") { ["Value"] = 3 }, first, mode));
        var now = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;

        Assert.Equal((412, "UpdateConditionNotSatisfied"), (failure.Status, failure.ErrorCode));
        Assert.Equal(2, now["Value"]);
        Assert.Equal(answer.Headers.ETag, now.ETag);
    }

    [Fact]
    public async Task A_delete_with_an_older_etag_fails_and_one_without_does_not()
    {
        var table = await TestTable.CreatedAsync();
        await table.AddEntityAsync(new TableEntity("p", "r"));
        var first = (await table.GetEntityAsync<TableEntity>("p", "r")).Value.ETag;
        await table.UpsertEntityAsync(new TableEntity("p", "r"), TableUpdateMode.Replace);

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => table.DeleteEntityAsync("p", "r", first));
        var deleted = await table.DeleteEntityAsync(new TableEntity("p", "r"));

        Assert.Equal((412, "UpdateConditionNotSatisfied"), (failure.Status, failure.ErrorCode));
        Assert.Equal(204, deleted.Status);
    }

    [Fact]
    public async Task Of_50_conditional_updates_at_once_one_wins()
    {
        var table = await TestTable.CreatedAsync();
        await table.AddEntityAsync(new TableEntity("p", "r"));
        var etag = (await table.GetEntityAsync<TableEntity>("p", "r")).Value.ETag;

        var statuses = await Task.WhenAll(Enumerable.Range(0, 50).Select(StatusAsync));

        Assert.Equal(1, statuses.Count(status => status == 204));
        Assert.Equal(49, statuses.Count(status => status == 412));

        async Task<int> StatusAsync(int number)
        {
            try
            {
                return (await table.UpdateEntityAsync(new TableEntity("p", "r") { ["Winner"] = number }, etag)).Status;
            }
            catch (RequestFailedException lost)
            {
                return lost.Status;
            }
        }
    }

    [Fact]
    public async Task Merge_keeps_the_other_columns_and_Replace_drops_them()
    {
        var table = await TestTable.CreatedAsync();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["Old"] = 1 });

        await table.UpdateEntityAsync(new TableEntity("p", "r") { ["New"] = 2 }, ETag.All);
        var merged = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;
        await table.UpdateEntityAsync(new TableEntity("p", "r") { ["New"] = 3 }, ETag.All, TableUpdateMode.Replace);
        var replaced = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;

        Assert.Equal((1, 2), (merged.GetInt32("Old"), merged.GetInt32("New")));
        Assert.Equal((null, 3), (replaced.GetInt32("Old"), replaced.GetInt32("New")));
    }

    [Fact]
    public async Task An_upsert_inserts_what_is_missing_and_writes_over_what_is_there()
    {
        var table = await TestTable.CreatedAsync();

        await table.UpsertEntityAsync(new TableEntity("p", "r") { ["A"] = 1 });
        await table.UpsertEntityAsync(new TableEntity("p", "r") { ["B"] = 2 });
        var merged = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;
        await table.UpsertEntityAsync(new TableEntity("p", "r") { ["C"] = 3 }, TableUpdateMode.Replace);
        var replaced = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;

        Assert.Equal((1, 2), (merged.GetInt32("A"), merged.GetInt32("B")));
        Assert.Equal((null, 3), (replaced.GetInt32("A"), replaced.GetInt32("C")));
    }

    [Fact]
    public async Task What_runs_without_await_does_the_same()
    {
        var table = await TestTable.CreatedAsync();

        table.AddEntity(new TableEntity("p", "r") { ["Value"] = 1 });
        var entity = table.GetEntity<TableEntity>("p", "r").Value;
        entity["Value"] = 2;
        table.UpdateEntity(entity, entity.ETag);
        table.UpsertEntity(new TableEntity("p", "r") { ["Other"] = 3 });
        var found = table.GetEntityIfExists<TableEntity>("p", "r");
        var stale = Assert.Throws<RequestFailedException>(() => table.DeleteEntity(entity, entity.ETag));
        table.DeleteEntity("p", "r");

        Assert.Equal((2, 3), (found.Value!.GetInt32("Value"), found.Value.GetInt32("Other")));
        Assert.Equal(412, stale.Status);
        Assert.False(table.GetEntityIfExists<TableEntity>("p", "r").HasValue);
    }
}
