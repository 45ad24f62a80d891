using Azure;
using Azure.Data.Tables;
using OtpFunctions.Tests.Fixtures;

namespace StandIns.Tests.Tables;

public sealed class MissingTests
{
    [Fact]
    public async Task A_missing_entity_is_an_error_to_get()
    {
        var table = await TestTable.CreatedAsync();

        var failure = await Assert.ThrowsAsync<RequestFailedException>(
            () => table.GetEntityAsync<TableEntity>("p", "r"));

        Assert.Equal((404, "ResourceNotFound"), (failure.Status, failure.ErrorCode));
    }

    [Fact]
    public async Task A_missing_entity_is_no_error_to_one_who_asks_whether_it_exists()
    {
        var table = await TestTable.CreatedAsync();

        var answer = await table.GetEntityIfExistsAsync<TableEntity>("p", "r");

        Assert.False(answer.HasValue);
        Assert.Equal(404, answer.GetRawResponse().Status);
        Assert.Throws<InvalidOperationException>(() => answer.Value);
    }

    [Fact]
    public async Task An_entity_that_exists_has_a_value()
    {
        var table = await TestTable.CreatedAsync();
        await table.AddEntityAsync(new TableEntity("p", "r"));

        var answer = await table.GetEntityIfExistsAsync<TableEntity>("p", "r");

        Assert.True(answer.HasValue);
        Assert.Equal("r", answer.Value!.RowKey);
    }

    [Fact]
    public async Task Updating_what_is_missing_is_an_error_and_deleting_it_is_not()
    {
        var table = await TestTable.CreatedAsync();

        var failure = await Assert.ThrowsAsync<RequestFailedException>(
            () => table.UpdateEntityAsync(new TableEntity("p", "r"), ETag.All));
        var deleted = await table.DeleteEntityAsync("p", "r");

        Assert.Equal((404, "ResourceNotFound"), (failure.Status, failure.ErrorCode));
        Assert.Equal(404, deleted.Status);
    }

    [Fact]
    public async Task A_missing_table_has_an_error_of_its_own()
    {
        var azurite = await Azurite.StartedAsync();
        var table = new TableClient(azurite.ConnectionString, Azurite.UniqueTableName("missing"));

        var failure = await Assert.ThrowsAsync<RequestFailedException>(
            () => table.AddEntityAsync(new TableEntity("p", "r")));

        Assert.Equal((404, "TableNotFound"), (failure.Status, failure.ErrorCode));
    }

    [Fact]
    public async Task A_wrong_key_is_refused_and_no_key_is_told()
    {
        var azurite = await Azurite.StartedAsync();
        var wrong = Convert.ToBase64String("not the key of this account"u8);
        var table = new TableClient(
            azurite.TableEndpoint, "any", new TableSharedKeyCredential(Azurite.AccountName, wrong));

        var failure = await Assert.ThrowsAsync<RequestFailedException>(
            () => table.GetEntityAsync<TableEntity>("p", "r"));

        Assert.Equal(403, failure.Status);
        Assert.DoesNotContain(wrong, failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Azurite.AccountKey, failure.ToString(), StringComparison.Ordinal);
    }
}
