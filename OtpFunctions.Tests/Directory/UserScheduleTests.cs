using System.Security.Cryptography;
using OtpFunctions.Core;
using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Directory;
using OtpFunctions.Tests.Fakes;

namespace OtpFunctions.Tests.Directory;

/// <summary>
/// Writers whose calls to the store come in any order, the directory looked at after each of them. A writer who stands
/// still while others go on is also one whose request arrives late, and one who died there.
/// </summary>
public sealed class UserScheduleTests
{
    private static readonly EmailAddress Old = Users.Email("old@example.com");
    private static readonly EmailAddress New = Users.Email("new@example.com");
    private static readonly PhoneNumber Phone = Users.Phone(1);
    private static readonly PhoneNumber BobsPhone = Users.Phone(2);
    private static readonly Address[] All = [Old, New, Phone, BobsPhone];

    private static readonly Dictionary<string, Func<UserDirectory, Task<Result<User>>>> Writers = new()
    {
        ["alice gets the new address"] = directory => directory.SetAddressesAsync("alice", New, Phone, default),
        ["alice keeps the old address alone"] = directory => directory.SetAddressesAsync("alice", Old, null, default),
        ["alice is deleted"] = directory => directory.DeleteAsync("alice", default),
        ["alice is made"] = directory => directory.CreateAsync("alice", New, Phone, default),
        ["bob gets the old address"] = directory => directory.SetAddressesAsync("bob", Old, BobsPhone, default),
    };

    public static TheoryData<string> EveryWriter() => new(Writers.Keys);

    [Theory]
    [MemberData(nameof(EveryWriter))]
    public async Task However_two_writers_take_three_turns_an_address_leads_to_the_user_as_their_row_stands(string writer)
    {
        foreach (var other in Writers.Keys)
        {
            var isInside = true;
            for (var first = 0; isInside; first++)
            {
                var (isFirstInside, isSecondInside) = (true, true);
                for (var second = 1; isFirstInside && isSecondInside; second++)
                {
                    var order = Enumerable.Repeat(0, first).Concat(Enumerable.Repeat(1, second));
                    (isFirstInside, isSecondInside) = await RunAsync([writer, other], [.. order]);
                }

                isInside = isFirstInside;
            }
        }
    }

    [Fact]
    public async Task However_many_turns_three_writers_take_it_does_so_too()
    {
        for (var run = 0; run < 1000; run++)
        {
            var writers = RandomNumberGenerator.GetItems(Writers.Keys.ToArray(), 3);
            await RunAsync(writers, RandomNumberGenerator.GetItems([0, 1, 2], 40));
        }
    }

    [Fact]
    public async Task Who_is_alone_leaves_one_row_to_read()
    {
        var users = await NewAsync();

        await users.Directory.SetAddressesAsync("alice", New, Phone, default);
        await users.Directory.SetAddressesAsync("bob", Old, BobsPhone, default);

        foreach (var address in All)
        {
            Assert.True(await users.IsSettledAsync(address));
        }
    }

    // Where no context keeps the rest of a call for later.
    private static Task<(bool First, bool Second)> RunAsync(string[] writers, int[] order) =>
        Task.Run(() => TakeTurnsAsync(writers, order));

    // Calls in this order, and then those that are left, writer by writer. Whether the first two were at it till then.
    private static async Task<(bool First, bool Second)> TakeTurnsAsync(string[] writers, int[] order)
    {
        var users = await NewAsync();
        if (writers[0] == "alice is made")
        {
            await users.Directory.DeleteAsync("alice", default);
        }

        TurnedUserStore[] turns = [.. writers.Select(_ => new TurnedUserStore(users.Store))];
        Task[] writing = [.. writers.Select((name, i) => Writers[name](new(turns[i], users.Hasher, new StandingClock())))];
        var isInside = new bool[writers.Length];
        Array.Fill(isInside, true);
        var rest = Enumerable.Range(0, writers.Length).SelectMany(writer => Enumerable.Repeat(writer, 100));
        var done = new List<int>();
        foreach (var (at, writer) in order.Concat(rest).Index())
        {
            if (!turns[writer].Next())
            {
                isInside[writer] &= at >= order.Length;
                continue;
            }

            done.Add(writer);
            var fault = await Record.ExceptionAsync(() => users.AssertSoundAsync(All));
            Assert.True(fault is null, $"{string.Join(", ", writers)}: {string.Join(' ', done)}: {fault?.Message}");
        }

        Assert.All(writing, task => Assert.True(task.IsCompletedSuccessfully));
        return (isInside[0], isInside[1]);
    }

    private static async Task<Users> NewAsync()
    {
        var users = Users.InMemory();
        await users.Directory.CreateAsync("alice", Old, Phone, default);
        await users.Directory.CreateAsync("bob", null, BobsPhone, default);
        return users;
    }
}
