using Azure;
using Azure.Data.Tables;

namespace StandIns.Tests.Tables;

public sealed class TransactionTests
{
    private static readonly string[] Awkward = ["it's", "a b", "~1", "键", "100%"];

    [Fact]
    public async Task Each_kind_of_action_does_what_its_call_does()
    {
        var table = await TestTable.CreatedAsync();
        foreach (var key in new[] { "merged", "replaced", "deleted" })
            await table.AddEntityAsync(new TableEntity("p", key) { ["Old"] = 1 });

        var answer = await table.SubmitTransactionAsync(
        [
            Action(TableTransactionActionType.Add, "added"),
            Action(TableTransactionActionType.UpdateMerge, "merged"),
            Action(TableTransactionActionType.UpdateReplace, "replaced"),
            new(TableTransactionActionType.Delete, new TableEntity("p", "deleted")),
            Action(TableTransactionActionType.UpsertMerge, "upserted"),
            Action(TableTransactionActionType.UpsertReplace, "put"),
        ]);

        Assert.Equal(202, answer.GetRawResponse().Status);
        Assert.Equal([204, 204, 204, 204, 204, 204], answer.Value.Select(part => part.Status));
        var rows = table.Query<TableEntity>().ToDictionary(row => row.RowKey);
        Assert.Equal(["added", "merged", "put", "replaced", "upserted"], rows.Keys.Order(StringComparer.Ordinal));
        Assert.Equal((1, "new"), (rows["merged"]["Old"], rows["merged"]["New"]));
        Assert.False(rows["replaced"].ContainsKey("Old"));
        Assert.Equal(rows["added"].ETag, answer.Value[0].Headers.ETag);
    }

    [Fact]
    public async Task Of_a_hundred_rows_all_are_there_and_awkward_keys_are_kept()
    {
        var table = await TestTable.CreatedAsync();
        var keys = Awkward.Concat(Enumerable.Range(0, 95).Select(number => $"{number}")).ToList();

        var answer = table.SubmitTransaction(keys.Select(key => Action(TableTransactionActionType.UpsertMerge, key)));

        Assert.Equal(100, answer.Value.Count);
        Assert.Equal(
            keys.Order(StringComparer.Ordinal),
            table.Query<TableEntity>().Select(row => row.RowKey).Order(StringComparer.Ordinal));
        Assert.All(table.Query<TableEntity>(), row => Assert.Equal("new", row["New"]));
    }

    [Fact]
    public async Task One_that_fails_undoes_all()
    {
        var table = await TestTable.CreatedAsync();
        await table.AddEntityAsync(new TableEntity("p", "there"));

        var failure = await Assert.ThrowsAnyAsync<RequestFailedException>(() => table.SubmitTransactionAsync(
            [Action(TableTransactionActionType.Add, "first"), Action(TableTransactionActionType.Add, "there")]));

        Assert.Equal((409, "EntityAlreadyExists"), (failure.Status, failure.ErrorCode));
        Assert.IsType<TableTransactionFailedException>(failure);
        Assert.Equal("there", Assert.Single(table.Query<TableEntity>()).RowKey);
    }

    [Fact]
    public async Task An_update_with_an_older_etag_fails()
    {
        var table = await TestTable.CreatedAsync();
        await table.AddEntityAsync(new TableEntity("p", "r"));
        var old = (await table.GetEntityAsync<TableEntity>("p", "r")).Value.ETag;
        await table.UpsertEntityAsync(new TableEntity("p", "r") { ["New"] = "newer" });

        var failure = await Assert.ThrowsAnyAsync<RequestFailedException>(() => table.SubmitTransactionAsync(
            [new(TableTransactionActionType.UpdateMerge, new TableEntity("p", "r") { ["New"] = "lost" }, old)]));

        Assert.Equal((412, "UpdateConditionNotSatisfied"), (failure.Status, failure.ErrorCode));
    }

    [Fact]
    public async Task A_missing_table_is_named()
    {
        var azurite = await OtpFunctions.Tests.Fixtures.Azurite.StartedAsync();
        var table = new TableClient(
            azurite.ConnectionString, OtpFunctions.Tests.Fixtures.Azurite.UniqueTableName("missing"));

        var failure = await Assert.ThrowsAnyAsync<RequestFailedException>(() => table.SubmitTransactionAsync(
            [Action(TableTransactionActionType.UpsertMerge, "r")]));

        Assert.Equal("TableNotFound", failure.ErrorCode);
    }

    [Fact]
    public async Task No_action_is_no_transaction()
    {
        var table = await TestTable.CreatedAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => table.SubmitTransactionAsync([]));
    }

    private static TableTransactionAction Action(TableTransactionActionType type, string key) =>
        new(type, new TableEntity("p", key) { ["New"] = "new" });
}
