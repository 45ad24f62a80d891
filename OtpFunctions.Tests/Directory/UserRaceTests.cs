using System.Security.Cryptography;
using OtpFunctions.Core;
using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Directory;
using OtpFunctions.Tests.Fakes;

namespace OtpFunctions.Tests.Directory;

/// <summary>Parallel writers of users, on Azurite.</summary>
public sealed class UserRaceTests
{
    private static readonly PhoneNumber Phone = Users.Phone(1);

    [Fact]
    public async Task Two_writers_give_one_phone_to_one_of_two_users()
    {
        var users = await Users.NewAsync();
        await users.Directory.CreateAsync("alice", null, null, default);
        await users.Directory.CreateAsync("bob", null, null, default);
        for (var round = 0; round < 100; round++)
        {
            var given = await Task.WhenAll(
                users.Directory.SetAddressesAsync("alice", null, Phone, default),
                users.Directory.SetAddressesAsync("bob", null, Phone, default));

            Assert.Single(given, result => result.Succeeded);
            Assert.Single(given, result => result.Failure?.Code == FailureCode.AddressTaken);
            await users.AssertSoundAsync();
            await Task.WhenAll(
                users.Directory.SetAddressesAsync("alice", null, null, default),
                users.Directory.SetAddressesAsync("bob", null, null, default));
            Assert.Equal(0, users.CountClaims());
        }
    }

    [Fact]
    public async Task Of_many_who_make_one_user_one_does()
    {
        var users = await Users.NewAsync();
        for (var round = 0; round < 10; round++)
        {
            var name = $"user {round}";
            var made = await Task.WhenAll(Enumerable.Range(0, 10).Select(
                i => users.Directory.CreateAsync(name, null, Users.Phone((round * 10) + i), default)));

            Assert.Single(made, result => result.Succeeded);
            Assert.Equal(9, made.Count(result => result.Failure?.Code == FailureCode.UserNameTaken));
        }

        await users.AssertSoundAsync();
        Assert.Equal(10, users.CountClaims());
    }

    [Fact]
    public async Task Of_many_users_who_want_one_phone_one_has_it()
    {
        var users = await Users.NewAsync();

        var made = await Task.WhenAll(
            Enumerable.Range(0, 30).Select(i => users.Directory.CreateAsync($"user {i}", null, Phone, default)));

        Assert.Single(made, result => result.Succeeded);
        Assert.Equal(29, made.Count(result => result.Failure?.Code == FailureCode.AddressTaken));
        await users.AssertSoundAsync();
    }

    [Fact]
    public async Task Writers_of_one_user_leave_what_one_of_them_wrote()
    {
        var users = await Users.NewAsync();
        await users.Directory.CreateAsync("alice", null, null, default);
        for (var round = 0; round < 20; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, 4).Select(
                i => users.Directory.SetAddressesAsync("alice", null, Users.Phone(i % 2), default)));

            var alice = await users.Directory.FindByNameAsync("alice", default);
            Assert.Contains(alice!.Phone, new[] { Users.Phone(0), Users.Phone(1) });
            await users.AssertSoundAsync();
        }
    }

    [Fact]
    public async Task Whatever_writers_do_at_once_the_directory_stays_sound()
    {
        var users = await Users.NewAsync();
        for (var round = 0; round < 25; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => DoAnythingAsync(users)));
            await users.AssertSoundAsync();
        }
    }

    private static Task<Result<User>> DoAnythingAsync(Users users)
    {
        var name = $"user {RandomNumberGenerator.GetInt32(3)}";
        var phone = RandomNumberGenerator.GetInt32(4) is > 0 and var number ? Users.Phone(number) : null;
        var email = RandomNumberGenerator.GetInt32(3) is > 0 and var tag ? Users.Email($"a{tag}@example.com") : null;
        return RandomNumberGenerator.GetInt32(4) switch
        {
            0 => users.Directory.CreateAsync(name, email, phone, default),
            1 => users.Directory.DeleteAsync(name, default),
            _ => users.Directory.SetAddressesAsync(name, email, phone, default),
        };
    }
}
