using Microsoft.AspNetCore.Http;
using OtpFunctions.Core.Codes;
using OtpFunctions.Core.Directory;
using OtpFunctions.Core.Storage;
using OtpFunctions.Tests.Fakes;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Storage;

/// <summary>What one request says of an address is what two say.</summary>
public sealed class RecipientTableTests
{
    private const string Someone = "someone@example.com";

    [Fact]
    public async Task Of_an_address_that_nobody_knows_there_is_nothing_whether_there_is_a_table_or_not()
    {
        var users = await Users.NewAsync();
        var before = await LoadAsync(users.Tables, KeyOf(users, Someone));
        await users.Directory.CreateAsync("other", Users.Email("other@example.com"), null, default);

        var after = await LoadAsync(users.Tables, KeyOf(users, Someone));

        foreach (var rows in new[] { before, after })
        {
            Assert.Equal((null, null), (rows.State.Version, rows.Claim));
            Assert.Same(RecipientState.Empty, rows.State.State);
        }
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task It_has_the_state_and_the_claim_of_this_address_each_in_its_version(bool isSent, bool isUsers)
    {
        var users = await Users.NewAsync();
        var states = StateTables.Recipients(users.Tables);
        var key = KeyOf(users, Someone);
        if (isSent)
            await new CodeBench(states).IssueAsync(Someone);
        if (isUsers)
            await users.Directory.CreateAsync("alice", Users.Email(Someone), null, default);

        // Spellings of the mailbox: the first is the same address, the others are those of others in its partition.
        await users.Directory.CreateAsync("bob", Users.Email("someone+1@example.com"), null, default);
        await users.Directory.CreateAsync("carol", Users.Email("someone+2@example.com"), null, default);
        var rows = await LoadAsync(users.Tables, KeyOf(users, "SomeOne@example.com"));

        Assert.Equal(isSent ? 1 : 0, rows.State.State.Sends.Length);
        Assert.Equivalent(await states.LoadAsync(key.Recipient, default), rows.State, strict: true);
        Assert.Equal(isUsers ? "alice" : null, rows.Claim?.Value.User?.Name);
        Assert.Equal((await users.Store.FindClaimAsync(key, default))?.Version, rows.Claim?.Version);
    }

    [Fact]
    public async Task It_goes_on_where_a_page_ends_before_the_rows_do()
    {
        var asked = new List<string>();
        await using var server = await StubServer.StartAsync(async context =>
        {
            asked.Add(context.Request.Query["NextRowKey"].ToString());
            if (asked.Count == 1)
            {
                context.Response.Headers["x-ms-continuation-NextPartitionKey"] = "recipient";
                context.Response.Headers["x-ms-continuation-NextRowKey"] = "later";
            }

            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(asked.Count == 1
                ? """{"value":[]}"""
                : """{"value":[{"odata.etag":"W/\"1\"","PartitionKey":"recipient","RowKey":"address-a","Claim":"id"}]}""");
        });
        var options = new StorageOptions { ConnectionString = Azurite.ConnectionStringTo(server.Address), TablePrefix = "t" };

        var rows = await LoadAsync(new Tables(options, new ManualClock()), new ClaimKey("recipient", "a"));

        Assert.Equal(["", "later"], asked);
        Assert.Equal("id", rows.Claim?.Value.Id);
    }

    [Fact]
    public async Task A_storage_that_fails_is_not_taken_for_one_that_knows_nobody()
    {
        await using var server = await StubServer.StartAsync(context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        });
        var options = new StorageOptions { ConnectionString = Azurite.ConnectionStringTo(server.Address), TablePrefix = "t" };

        await Assert.ThrowsAsync<StorageUnavailableException>(
            () => LoadAsync(new Tables(options, new ManualClock()), new ClaimKey("recipient", "a")));
    }

    private static ClaimKey KeyOf(Users users, string email) => new UserKeys(users.Hasher).OfAddress(Users.Email(email));

    private static Task<RecipientRows> LoadAsync(Tables tables, ClaimKey key) =>
        new RecipientTable(tables, StateTables.Recipients(tables)).LoadAsync(key, default);
}
