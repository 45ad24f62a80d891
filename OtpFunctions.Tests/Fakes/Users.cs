using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Directory;
using OtpFunctions.Core.Secrecy;
using OtpFunctions.Core.Storage;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Fakes;

/// <summary>A directory of users and their sessions on tables of its own, with a clock moved by hand, and what must hold of it.</summary>
internal sealed class Users
{
    private Users(Tables tables)
    {
        Tables = tables;
        Store = new UserTable(tables);
        Directory = Over(Store);
        Sessions = new SessionDirectory(new SessionTable(tables), Directory, Hasher, Clock);
    }

    public Tables Tables { get; }

    public UserTable Store { get; }

    public UserDirectory Directory { get; }

    public SessionDirectory Sessions { get; }

    public ManualClock Clock { get; } = new();

    public KeyHasher Hasher { get; } = new(Keys.Pepper);

    public static async Task<Users> NewAsync() => new(await TestTables.NewAsync());

    public static EmailAddress Email(string text) =>
        EmailAddress.TryParse(text, out var email) ? email : throw new ArgumentException(text, nameof(text));

    public static PhoneNumber Phone(int number) =>
        PhoneNumber.TryParse($"136{number:D8}", out var phone) ? phone : throw new ArgumentException($"{number}", nameof(number));

    /// <summary>The same directory, over a store that does something more.</summary>
    public UserDirectory Over(IUserStore store) => new(store, Hasher, Clock);

    /// <summary>
    /// No address has two users, and who lists an address is found by it: whatever raced, wherever a writer died.
    /// </summary>
    public async Task AssertSoundAsync()
    {
        var all = await Store.ListAsync(null, 1000, default);
        var keys = new UserKeys(Hasher);
        var listed = all.SelectMany(user => user.Addresses.Select(address => (user.Name, Address: address))).ToList();
        Assert.Distinct(listed.Select(entry => keys.OfAddress(entry.Address)));
        foreach (var (name, address) in listed)
        {
            Assert.Equal(name, (await Directory.FindByAddressAsync(address, default))?.Name);
        }
    }

    /// <summary>Index rows, those that nobody lists included.</summary>
    public int CountClaims() => Tables.Users.Query<Azure.Data.Tables.TableEntity>("RowKey eq 'address'").Count();
}
