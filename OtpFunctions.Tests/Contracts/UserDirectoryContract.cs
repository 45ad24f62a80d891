using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Directory;
using OtpFunctions.Tests.Fakes;

namespace OtpFunctions.Tests.Contracts;

/// <summary>What every directory of users answers, wherever they are kept.</summary>
public abstract class UserDirectoryContract
{
    private static readonly User Alice = new("Alice", Users.Email("Alice.A+x@Example.com"), Users.Phone(1));
    private static readonly User Bob = new("小明 #?\\'&=+", null, Users.Phone(2));
    private static readonly User Carol = new("carol", Users.Email("carol@example.com"), null);

    [Fact]
    public async Task A_user_is_found_by_name_with_both_addresses()
    {
        var directory = await NewAsync(Alice, Bob, Carol);

        foreach (var user in new[] { Alice, Bob, Carol })
        {
            var found = await directory.FindByNameAsync(user.Name, default);
            Assert.Equal((user.Name, user.Email, user.Phone), (found?.Name, found?.Email, found?.Phone));
        }

        Assert.Equal("carol", (await directory.FindByNameAsync("  carol ", default))?.Name);
    }

    [Theory]
    [InlineData("alice")]
    [InlineData("Alice2")]
    [InlineData("nobody")]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("carol@example.com")]
    [InlineData("13600000001")]
    [InlineData("a/b")]
    [InlineData("50%")]
    [InlineData("..")]
    [InlineData("a\nb")]
    [InlineData("\ud800")]
    public async Task Nobody_has_a_name_that_is_not_exactly_theirs(string name)
    {
        var directory = await NewAsync(Alice, Bob, Carol);

        Assert.Null(await directory.FindByNameAsync(name, default));
        Assert.Null(await directory.FindByNameAsync(new string('n', 65), default));
    }

    [Theory]
    [InlineData("Alice.A+x@Example.com", true)]
    [InlineData("alice.a+X@EXAMPLE.com", true)]
    [InlineData("alice.a@example.com", false)]
    [InlineData("alice.a+y@example.com", false)]
    [InlineData("alicea+x@example.com", false)]
    [InlineData("alice.a+x@example.org", false)]
    public async Task An_e_mail_address_is_found_in_any_letter_case_and_with_its_tag_alone(string email, bool isAlices)
    {
        var directory = await NewAsync(Alice, Bob, Carol);

        var found = await directory.FindByAddressAsync(Users.Email(email), default);

        Assert.Equal(isAlices ? "Alice" : null, found?.Name);
    }

    [Theory]
    [InlineData("13600000001", "Alice")]
    [InlineData("+86 136-0000-0002", "小明 #?\\'&=+")]
    [InlineData("+1 212 555 0100", null)]
    public async Task A_number_is_found_however_it_is_spelled(string number, string? name)
    {
        var directory = await NewAsync(Alice, Bob, Carol);
        Assert.True(PhoneNumber.TryParse(number, out var phone));

        Assert.Equal(name, (await directory.FindByAddressAsync(phone, default))?.Name);
    }

    [Fact]
    public async Task A_user_does_not_print_itself()
    {
        var found = await (await NewAsync(Alice)).FindByNameAsync("Alice", default);

        Assert.Equal("User", $"{found}");
        var json = System.Text.Json.JsonSerializer.Serialize(found);
        Assert.DoesNotContain("alice.a", json, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("13600000001", json, StringComparison.Ordinal);
    }

    /// <summary>A directory that holds these.</summary>
    private protected abstract Task<IUserDirectory> NewAsync(params User[] users);
}
