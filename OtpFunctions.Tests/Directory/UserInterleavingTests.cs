using OtpFunctions.Core;
using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Directory;
using OtpFunctions.Tests.Fakes;

namespace OtpFunctions.Tests.Directory;

/// <summary>Each writer is interrupted before each of its calls by each other writer, who finishes in between.</summary>
public sealed class UserInterleavingTests
{
    private static readonly EmailAddress Old = Users.Email("old@example.com");
    private static readonly EmailAddress New = Users.Email("new@example.com");
    private static readonly PhoneNumber BobsPhone = Users.Phone(1);

    private static readonly Dictionary<string, Func<UserDirectory, Task<Result<User>>>> Writers = new()
    {
        ["alice gets the new address"] = directory => directory.SetAddressesAsync("alice", New, null, default),
        ["alice gets the old address"] = directory => directory.SetAddressesAsync("alice", Old, null, default),
        ["alice is refused"] = directory => directory.SetAddressesAsync("alice", New, BobsPhone, default),
        ["alice is deleted"] = directory => directory.DeleteAsync("alice", default),
        ["alice is made"] = directory => directory.CreateAsync("alice", New, null, default),
        ["bob gets the old address"] = directory => directory.SetAddressesAsync("bob", Old, BobsPhone, default),
        ["bob gets the new address"] = directory => directory.SetAddressesAsync("bob", New, BobsPhone, default),
    };

    public static TheoryData<string> EveryWriter() => new(Writers.Keys);

    [Theory]
    [MemberData(nameof(EveryWriter))]
    public async Task Whoever_comes_between_whatever_calls_the_directory_stays_sound(string writer)
    {
        foreach (var other in Writers.Keys)
        {
            var hasHappened = true;
            for (var at = 1; hasHappened; at++)
            {
                hasHappened = await InterruptAsync(writer, other, at);
            }
        }
    }

    private static async Task<bool> InterruptAsync(string writer, string other, int at)
    {
        var users = await Users.NewAsync();
        await users.Directory.CreateAsync("alice", Old, null, default);
        await users.Directory.CreateAsync("bob", null, BobsPhone, default);
        if (writer == "alice is made")
        {
            await users.Directory.DeleteAsync("alice", default);
        }

        var store = new InterleavedUserStore(users.Store, at, () => Writers[other](users.Directory));
        var written = await Writers[writer](users.Over(store));

        var fault = await Record.ExceptionAsync(() => users.AssertSoundAsync(Old, New));
        Assert.True(fault is null, $"{other}, before call {at}: {fault?.Message}");
        Assert.NotEqual(FailureCode.Contended, written.Failure?.Code);
        return store.HasHappened;
    }
}
