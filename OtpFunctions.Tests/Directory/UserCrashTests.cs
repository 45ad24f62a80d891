using OtpFunctions.Core;
using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Directory;
using OtpFunctions.Core.Storage;
using OtpFunctions.Tests.Fakes;

namespace OtpFunctions.Tests.Directory;

/// <summary>A writer that dies between any two steps leaves no address with two users, and the next one repairs it.</summary>
public sealed class UserCrashTests
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);
    private static readonly EmailAddress OldMail = Users.Email("old@example.com");
    private static readonly EmailAddress NewMail = Users.Email("new@example.com");
    private static readonly PhoneNumber OldPhone = Users.Phone(1);
    private static readonly PhoneNumber NewPhone = Users.Phone(2);
    private static readonly Address[] All = [OldMail, NewMail, OldPhone, NewPhone];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Making_a_user_may_stop_anywhere(bool hasLanded) => await DieEverywhereAsync(
        hasLanded,
        _ => Task.CompletedTask,
        directory => directory.CreateAsync("alice", NewMail, NewPhone, default),
        async users =>
        {
            var again = await users.Directory.CreateAsync("alice", NewMail, NewPhone, default);
            Assert.True(again.Succeeded || again.Failure.Code == FailureCode.UserNameTaken);
        });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Changing_addresses_may_stop_anywhere(bool hasLanded) => await DieEverywhereAsync(
        hasLanded,
        users => users.Directory.CreateAsync("alice", OldMail, OldPhone, default),
        directory => directory.SetAddressesAsync("alice", NewMail, NewPhone, default),
        async users => Assert.True(
            (await users.Directory.SetAddressesAsync("alice", NewMail, NewPhone, default)).Succeeded));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Changing_one_of_two_addresses_may_stop_anywhere(bool hasLanded) => await DieEverywhereAsync(
        hasLanded,
        users => users.Directory.CreateAsync("alice", OldMail, OldPhone, default),
        directory => directory.SetAddressesAsync("alice", NewMail, OldPhone, default),
        async users => Assert.True(
            (await users.Directory.SetAddressesAsync("alice", NewMail, OldPhone, default)).Succeeded));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Deleting_a_user_may_stop_anywhere(bool hasLanded) => await DieEverywhereAsync(
        hasLanded,
        users => users.Directory.CreateAsync("alice", OldMail, OldPhone, default),
        directory => directory.DeleteAsync("alice", default),
        async users =>
        {
            var again = await users.Directory.DeleteAsync("alice", default);
            Assert.True(again.Succeeded || again.Failure.Code == FailureCode.UserUnknown);
        });

    [Fact]
    public async Task A_user_who_lost_nothing_but_an_index_row_has_it_again_after_the_next_change()
    {
        var users = await Users.NewAsync();
        await users.Directory.CreateAsync("alice", OldMail, OldPhone, default);
        var key = new UserKeys(users.Hasher).OfAddress(OldPhone);
        await users.Store.TryDeleteClaimAsync(key, (await users.Store.FindClaimAsync(key, default))!.Version, default);
        Assert.Null(await users.Directory.FindByAddressAsync(OldPhone, default));

        await users.Directory.SetAddressesAsync("alice", OldMail, OldPhone, default);

        Assert.Equal("alice", (await users.Directory.FindByAddressAsync(OldPhone, default))?.Name);
    }

    [Fact]
    public async Task A_claim_that_nobody_lists_is_taken_over_after_a_minute_and_not_before()
    {
        var users = await Users.NewAsync();
        // Dies when its claim is made: the third call, after the name and before the user's row.
        var dying = new DyingUserStore(users.Store, 3, hasLanded: false, () => new CrashException());
        await Assert.ThrowsAsync<CrashException>(() => users.Over(dying).CreateAsync("alice", null, OldPhone, default));
        Assert.Equal(1, users.CountClaims());

        users.Clock.Advance(Lease - TimeSpan.FromSeconds(1));
        var early = await users.Directory.CreateAsync("bob", null, OldPhone, default);
        users.Clock.Advance(TimeSpan.FromSeconds(1));
        var late = await users.Directory.CreateAsync("bob", null, OldPhone, default);

        Assert.Equal((FailureCode.AddressTaken, TimeSpan.FromSeconds(1)), (early.Failure!.Code, early.Failure.RetryAfter));
        Assert.True(late.Succeeded);
        await users.AssertSoundAsync();
    }

    [Fact]
    public async Task A_claim_that_is_listed_is_never_taken_over()
    {
        var users = await Users.NewAsync();
        await users.Directory.CreateAsync("alice", OldMail, OldPhone, default);
        users.Clock.Advance(TimeSpan.FromDays(1000));

        var thief = await users.Directory.CreateAsync("bob", null, OldPhone, default);

        Assert.Equal(FailureCode.AddressTaken, thief.Failure?.Code);
        Assert.Equal("alice", (await users.Directory.FindByAddressAsync(OldPhone, default))?.Name);
    }

    [Fact]
    public async Task An_index_row_left_by_a_crash_finds_nobody()
    {
        var users = await Users.NewAsync();
        await users.Directory.CreateAsync("alice", OldMail, OldPhone, default);
        // 1 user, 2 to 5 claims read and unsettled, 6 the row is gone; what follows lets go of the claims.
        var dying = new DyingUserStore(users.Store, 6, hasLanded: true, () => new CrashException());
        await Assert.ThrowsAsync<CrashException>(() => users.Over(dying).DeleteAsync("alice", default));
        await users.Directory.CreateAsync("alice", null, NewPhone, default);

        Assert.Equal(3, users.CountClaims());
        Assert.Null(await users.Directory.FindByAddressAsync(OldPhone, default));
        Assert.Null(await users.Directory.FindByAddressAsync(OldMail, default));
    }

    [Fact]
    public async Task A_storage_that_fails_after_the_user_was_changed_is_no_failure_of_the_change()
    {
        var users = await Users.NewAsync();
        await users.Directory.CreateAsync("alice", OldMail, OldPhone, default);
        // 1 user, 2 and 3 new claims, 4 to 7 leaving claims, 8 user, 9 first claim to let go.
        var failing = new DyingUserStore(users.Store, 9, hasLanded: false, () => new StorageUnavailableException());

        Assert.True((await users.Over(failing).SetAddressesAsync("alice", NewMail, NewPhone, default)).Succeeded);

        Assert.True(failing.HasDied);
        Assert.Equal(3, users.CountClaims());
        await users.AssertSoundAsync(All);
    }

    [Fact]
    public async Task A_claim_that_could_not_be_settled_leads_to_the_users_row_until_the_next_change()
    {
        var users = await Users.NewAsync();
        // 1 user, 2 and 3 new claims, 4 user, 5 and 6 the claims settled.
        var failing = new DyingUserStore(users.Store, 5, hasLanded: false, () => new StorageUnavailableException());

        Assert.True((await users.Over(failing).CreateAsync("alice", OldMail, OldPhone, default)).Succeeded);

        Assert.Equal((false, true), (await users.IsSettledAsync(OldMail), await users.IsSettledAsync(OldPhone)));
        Assert.Equal(OldPhone, (await users.Directory.FindByAddressAsync(OldMail, default))?.Phone);
        await users.Directory.SetAddressesAsync("alice", OldMail, OldPhone, default);
        Assert.Equal((true, true), (await users.IsSettledAsync(OldMail), await users.IsSettledAsync(OldPhone)));
        await users.AssertSoundAsync(All);
    }

    [Fact]
    public async Task A_change_that_is_refused_leaves_what_was_settled()
    {
        var users = await Users.NewAsync();
        await users.Directory.CreateAsync("alice", OldMail, OldPhone, default);
        await users.Directory.CreateAsync("bob", null, NewPhone, default);

        var refused = await users.Directory.SetAddressesAsync("alice", NewMail, NewPhone, default);

        Assert.Equal(FailureCode.AddressTaken, refused.Failure?.Code);
        Assert.Equal((true, true), (await users.IsSettledAsync(OldMail), await users.IsSettledAsync(OldPhone)));
        await users.AssertSoundAsync(All);
    }

    private static async Task DieEverywhereAsync<T>(
        bool hasLanded,
        Func<Users, Task> prepare,
        Func<UserDirectory, Task<Result<T>>> write,
        Func<Users, Task> repeat)
        where T : class
    {
        var steps = 0;
        for (var hasDied = true; hasDied; steps++)
        {
            var users = Users.InMemory();
            await prepare(users);
            var watched = new WatchedUserStore(users.Store, () => users.AssertSoundAsync(All));
            var dying = new DyingUserStore(watched, steps + 1, hasLanded, () => new CrashException());
            var crash = await Record.ExceptionAsync(() => write(users.Over(dying)));
            hasDied = dying.HasDied;
            Assert.True(hasDied ? crash is CrashException : crash is null, $"Step {steps + 1}: {crash?.Message}");

            await users.AssertSoundAsync(All);
            await AssertOthersKeepOutAsync(users);
            users.Clock.Advance(Lease);
            await repeat(users);
            await users.AssertSoundAsync(All);
            await AssertAllCanBeTakenAsync(users);
        }

        Assert.InRange(steps, 5, 30);
    }

    // Whatever is claimed or listed at the moment is nobody else's.
    private static async Task AssertOthersKeepOutAsync(Users users)
    {
        var alice = await users.Directory.FindByNameAsync("alice", default);
        foreach (var address in alice?.Addresses ?? [])
        {
            var thief = await users.Directory.CreateAsync("thief", address as EmailAddress, address as PhoneNumber, default);
            Assert.Equal(FailureCode.AddressTaken, thief.Failure?.Code);
        }
    }

    // Nothing is lost: when alice is gone, and the minute is over, others have all of it.
    private static async Task AssertAllCanBeTakenAsync(Users users)
    {
        await users.Directory.DeleteAsync("alice", default);
        users.Clock.Advance(Lease);
        Assert.True((await users.Directory.CreateAsync("bob", OldMail, OldPhone, default)).Succeeded);
        Assert.True((await users.Directory.CreateAsync("carol", NewMail, NewPhone, default)).Succeeded);
        await users.AssertSoundAsync();
        Assert.Equal(4, users.CountClaims());
    }

    private sealed class CrashException : Exception;
}
