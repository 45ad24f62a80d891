using OtpFunctions.Core.Directory;
using OtpFunctions.Tests.Fakes;

namespace OtpFunctions.Tests.Contracts;

/// <summary>What every store of users and claims keeps to.</summary>
public abstract class UserStoreContract
{
    private static readonly DateTimeOffset At = new(2026, 1, 5, 11, 45, 30, 123, TimeSpan.Zero);
    private static readonly User Alice = NewUser("Alice", "Alice.A+x@Example.com", 1);
    private static readonly User Changed = NewUser("Alice", null, 2);
    private const string NoVersion = "W/\"datetime'2026-01-05T11%3A45%3A30.1234567Z'\"";
    private static readonly ClaimKey Place = new("recipient", "address");
    private static readonly AddressClaim Claim = new("id", "owner", "incarnation", At);

    [Fact]
    public async Task What_was_never_written_is_not_there()
    {
        var store = await NewStoreAsync();

        Assert.Null(await store.FindAsync("key", default));
        Assert.Null(await store.FindClaimAsync(Place, default));
        Assert.Empty(await store.ListAsync(null, 10, default));
        Assert.False(await store.TryReplaceAsync("key", Alice, NoVersion, default));
        Assert.Null(await store.TryReplaceClaimAsync(Place, Claim, NoVersion, default));
        Assert.False(await store.TryDeleteAsync("key", NoVersion, default));
        Assert.False(await store.TryDeleteClaimAsync(Place, NoVersion, default));
    }

    [Fact]
    public async Task A_user_comes_back_and_is_changed_and_deleted_in_the_version_that_was_read_only()
    {
        var store = await NewStoreAsync();
        Assert.True(await store.TryAddAsync("key", Alice, default));
        Assert.False(await store.TryAddAsync("key", Changed, default));

        var first = await store.FindAsync("key", default);
        AssertSame(Alice, first?.Value);
        Assert.True(await store.TryReplaceAsync("key", Changed, first!.Version, default));
        Assert.False(await store.TryReplaceAsync("key", Alice, first.Version, default));
        Assert.False(await store.TryDeleteAsync("key", first.Version, default));

        var second = await store.FindAsync("key", default);
        AssertSame(Changed, second?.Value);
        Assert.True(await store.TryDeleteAsync("key", second!.Version, default));
        Assert.Null(await store.FindAsync("key", default));
    }

    [Fact]
    public async Task A_claim_comes_back_without_a_user_and_with_one()
    {
        var store = await NewStoreAsync();

        var version = await store.TryAddClaimAsync(Place, Claim, default);
        var unsettled = await store.FindClaimAsync(Place, default);
        Assert.Null(await store.TryAddClaimAsync(Place, Claim, default));
        var replaced = await store.TryReplaceClaimAsync(Place, Claim with { User = Alice }, version!, default);
        var settled = await store.FindClaimAsync(Place, default);

        Assert.Equal((Claim, version), (unsettled?.Value, unsettled?.Version));
        Assert.Equal((Claim, replaced), (settled!.Value with { User = null }, settled.Version));
        AssertSame(Alice, settled.Value.User);
        Assert.NotNull(await store.TryReplaceClaimAsync(Place, Claim, replaced!, default));
        Assert.Null((await store.FindClaimAsync(Place, default))!.Value.User);
    }

    [Fact]
    public async Task A_claim_has_another_version_after_each_write_even_if_it_says_the_same()
    {
        var store = await NewStoreAsync();
        var first = await store.TryAddClaimAsync(Place, Claim, default);

        var second = await store.TryReplaceClaimAsync(Place, Claim, first!, default);

        Assert.NotNull(second);
        Assert.NotEqual(first, second);
        Assert.Null(await store.TryReplaceClaimAsync(Place, Claim with { User = Alice }, first!, default));
        Assert.False(await store.TryDeleteClaimAsync(Place, first!, default));
        Assert.True(await store.TryDeleteClaimAsync(Place, second, default));
    }

    [Fact]
    public async Task A_list_has_users_alone_in_the_order_of_their_keys()
    {
        var store = await NewStoreAsync();
        foreach (var key in new[] { "c", "a", "b" })
        {
            await store.TryAddAsync(key, NewUser(key, null, 1), default);
            await store.TryAddClaimAsync(new ClaimKey(key, key), Claim with { User = Alice }, default);
        }

        Assert.Equal(["a", "b"], (await store.ListAsync(null, 2, default)).Select(user => user.Name));
        Assert.Equal(["c"], (await store.ListAsync("b", 2, default)).Select(user => user.Name));
    }

    /// <summary>A store that holds nobody.</summary>
    private protected abstract Task<IUserStore> NewStoreAsync();

    private static User NewUser(string name, string? email, int phone) =>
        new(name, email is null ? null : Users.Email(email), Users.Phone(phone)) { Incarnation = "incarnation" };

    private static void AssertSame(User expected, User? found) => Assert.Equal(
        (expected.Name, expected.Email, expected.Phone, expected.Incarnation),
        (found?.Name, found?.Email, found?.Phone, found?.Incarnation));
}
