using Azure.Data.Tables;
using OtpFunctions.Core;
using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Directory;
using OtpFunctions.Tests.Contracts;
using OtpFunctions.Tests.Fakes;

namespace OtpFunctions.Tests.Directory;

public sealed class UserDirectoryTests : UserDirectoryContract
{
    private static readonly PhoneNumber One = Users.Phone(1);
    private static readonly PhoneNumber Two = Users.Phone(2);
    private static readonly EmailAddress Mail = Users.Email("someone@example.com");

    [Fact]
    public async Task A_name_is_taken_once()
    {
        var users = await Users.NewAsync();
        await users.Directory.CreateAsync("alice", Mail, One, default);

        var second = await users.Directory.CreateAsync("alice", null, Two, default);

        Assert.Equal(FailureCode.UserNameTaken, second.Failure?.Code);
        Assert.Null(await users.Directory.FindByAddressAsync(Two, default));
        Assert.True((await users.Directory.CreateAsync("Alice", null, Two, default)).Succeeded);
        await users.AssertSoundAsync();
    }

    [Fact]
    public async Task An_address_is_taken_once_and_the_refusal_says_which()
    {
        var users = await Users.NewAsync();
        await users.Directory.CreateAsync("alice", Mail, One, default);
        await users.Directory.CreateAsync("bob", null, Two, default);

        var phone = await users.Directory.CreateAsync("carol", Users.Email("new@example.com"), One, default);
        var email = await users.Directory.SetAddressesAsync("bob", Users.Email("SOMEONE@example.com"), null, default);

        Assert.Equal((FailureCode.AddressTaken, DeliveryChannel.Sms), (phone.Failure!.Code, phone.Failure.Channel));
        Assert.Equal((FailureCode.AddressTaken, DeliveryChannel.Email), (email.Failure!.Code, email.Failure.Channel));
        Assert.Null(phone.Failure.RetryAfter);
        Assert.Equal(Two, (await users.Directory.FindByNameAsync("bob", default))?.Phone);
        Assert.Null(await users.Directory.FindByNameAsync("carol", default));
        Assert.Equal(3, users.CountClaims());
        await users.AssertSoundAsync();
    }

    [Fact]
    public async Task Addresses_are_replaced_whole_and_those_let_go_are_free_at_once()
    {
        var users = await Users.NewAsync();
        await users.Directory.CreateAsync("alice", Mail, One, default);

        var changed = await users.Directory.SetAddressesAsync("alice", null, Two, default);

        Assert.Equal((null, Two), (changed.Value!.Email, changed.Value.Phone));
        Assert.Null(await users.Directory.FindByAddressAsync(Mail, default));
        Assert.Null(await users.Directory.FindByAddressAsync(One, default));
        Assert.True((await users.Directory.CreateAsync("bob", Mail, One, default)).Succeeded);
        Assert.Equal(3, users.CountClaims());
        await users.AssertSoundAsync();
    }

    [Fact]
    public async Task The_same_addresses_again_and_another_spelling_are_no_conflict()
    {
        var users = await Users.NewAsync();
        await users.Directory.CreateAsync("alice", Mail, One, default);

        var changed = await users.Directory.SetAddressesAsync("alice", Users.Email("Someone@example.com"), One, default);

        Assert.Equal("Someone@example.com", changed.Value!.Email!.Delivery);
        Assert.Equal(2, users.CountClaims());
        await users.AssertSoundAsync();
    }

    [Fact]
    public async Task A_deleted_user_frees_its_name_and_addresses()
    {
        var users = await Users.NewAsync();
        await users.Directory.CreateAsync("alice", Mail, One, default);

        Assert.True((await users.Directory.DeleteAsync("alice", default)).Succeeded);

        Assert.Null(await users.Directory.FindByNameAsync("alice", default));
        Assert.Null(await users.Directory.FindByAddressAsync(One, default));
        Assert.Equal(0, users.CountClaims());
        Assert.True((await users.Directory.CreateAsync("bob", Mail, One, default)).Succeeded);
    }

    [Fact]
    public async Task Who_is_unknown_can_be_neither_changed_nor_deleted()
    {
        var users = await Users.NewAsync();

        Assert.Equal(
            FailureCode.UserUnknown, (await users.Directory.SetAddressesAsync("alice", Mail, null, default)).Failure?.Code);
        Assert.Equal(FailureCode.UserUnknown, (await users.Directory.DeleteAsync("a@b", default)).Failure?.Code);
        Assert.Null(await users.Directory.FindByAddressAsync(Mail, default));
    }

    [Fact]
    public async Task Answers_that_are_lost_change_nothing()
    {
        var users = await Users.NewAsync();

        var made = await users.Over(new LosingUserStore(users.Store)).CreateAsync("alice", Mail, One, default);
        var changed = await users.Over(new LosingUserStore(users.Store)).SetAddressesAsync("alice", null, Two, default);
        await users.AssertSoundAsync();
        var claims = users.CountClaims();
        var deleted = await users.Over(new LosingUserStore(users.Store)).DeleteAsync("alice", default);

        Assert.True(made.Succeeded);
        Assert.Equal(Two, changed.Value?.Phone);
        Assert.True(deleted.Succeeded);
        Assert.Equal((1, 0), (claims, users.CountClaims()));
    }

    [Fact]
    public async Task A_list_goes_through_all_pages()
    {
        var users = await Users.NewAsync();
        for (var i = 0; i < 5; i++)
        {
            await users.Directory.CreateAsync($"user {i}", null, Users.Phone(i), default);
        }

        var seen = new List<User>();
        IReadOnlyList<User> page;
        do
        {
            var after = seen.Count == 0 ? null : users.Directory.PageKeyOf(seen[^1]);
            Assert.True(after is null || UserDirectory.IsPageKey(after));
            page = await users.Directory.ListAsync(after, 2, default);
            seen.AddRange(page);
        }
        while (page.Count > 0);

        Assert.Equal(Enumerable.Range(0, 5).Select(i => $"user {i}"), seen.Select(user => user.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Without_a_table_there_is_nobody()
    {
        var users = await Users.NewAsync();

        Assert.Empty(await users.Directory.ListAsync(null, 10, default));
        Assert.Null(await users.Directory.FindByAddressAsync(One, default));
    }

    [Fact]
    public async Task No_key_holds_a_name_or_an_address()
    {
        var users = await Users.NewAsync();
        await users.Directory.CreateAsync("alice", Mail, One, default);

        Assert.All(users.Tables.Users.Query<TableEntity>(), row => Assert.Matches("^[A-Za-z0-9_-]{43}\\z", row.PartitionKey));
        Assert.All(
            users.Tables.Recipients.Query<TableEntity>(),
            row => Assert.Matches("^[A-Za-z0-9_-]{43} address-[A-Za-z0-9_-]{43}\\z", $"{row.PartitionKey} {row.RowKey}"));
        Assert.All(
            users.Tables.Recipients.Query<TableEntity>(),
            row => Assert.Equal(
                [
                    "Claim", "ClaimedAt", "Email", "Incarnation", "Name", "Owner", "PartitionKey", "Phone", "RowKey",
                    "Timestamp", "odata.etag",
                ],
                row.Keys.Order(StringComparer.Ordinal)));
    }

    private protected override async Task<IUserDirectory> NewAsync(params User[] users)
    {
        var kept = await Users.NewAsync();
        foreach (var user in users)
        {
            Assert.True((await kept.Directory.CreateAsync(user.Name, user.Email, user.Phone, default)).Succeeded);
        }

        return kept.Directory;
    }
}
