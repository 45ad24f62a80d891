using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Directory;
using OtpFunctions.Core.Secrecy;
using OtpFunctions.Core.Storage;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Fakes;

/// <summary>A directory of users and their sessions on a store of its own, with a clock moved by hand, and what must hold of it.</summary>
internal sealed class Users
{
    private readonly Tables? _tables;
    private readonly SessionDirectory? _sessions;

    private Users(IUserStore store, Tables? tables)
    {
        (Store, _tables) = (store, tables);
        Directory = Over(store);
        _sessions = tables is null ? null : new(new SessionTable(tables), Directory, Hasher, Clock);
    }

    public Tables Tables => _tables ?? throw InMemoryAlone();

    public IUserStore Store { get; }

    public UserDirectory Directory { get; }

    public SessionDirectory Sessions => _sessions ?? throw InMemoryAlone();

    public ManualClock Clock { get; } = new();

    public KeyHasher Hasher { get; } = new(Keys.Pepper);

    /// <summary>In tables of their own.</summary>
    public static async Task<Users> NewAsync()
    {
        var tables = await TestTables.NewAsync();
        return new Users(new UserTable(tables), tables);
    }

    /// <summary>For tests that look after every step.</summary>
    public static Users InMemory() => new(new MemoryUserStore(), null);

    public static EmailAddress Email(string text) =>
        EmailAddress.TryParse(text, out var email) ? email : throw new ArgumentException(text, nameof(text));

    public static PhoneNumber Phone(int number) =>
        PhoneNumber.TryParse($"136{number:D8}", out var phone) ? phone : throw new ArgumentException($"{number}", nameof(number));

    /// <summary>The same directory, over a store that does something more.</summary>
    public UserDirectory Over(IUserStore store) => new(store, Hasher, Clock);

    /// <summary>
    /// No address has two users, and an address leads to the user who lists it, exactly as their row stands, or to
    /// nobody: whatever raced, wherever a writer died or stands.
    /// </summary>
    /// <param name="others">Addresses that are looked at though no user may list them.</param>
    public async Task AssertSoundAsync(params Address[] others)
    {
        var all = await Store.ListAsync(null, 1000, default);
        foreach (var address in all.SelectMany(user => user.Addresses).Concat(others))
        {
            var holder = all.SingleOrDefault(user => user.Addresses.Any(listed => UserKeys.AreSame(listed, address)));
            Assert.Equal(Row(holder), Row(await Directory.FindByAddressAsync(address, default)));
        }
    }

    /// <summary>Whether who asks for this address reads one row.</summary>
    public async Task<bool> IsSettledAsync(Address address)
    {
        var reading = new DyingUserStore(Store, 2, hasLanded: false, () => new InvalidOperationException("A second read."));
        await Record.ExceptionAsync(() => Over(reading).FindByAddressAsync(address, default));
        return !reading.HasDied;
    }

    /// <summary>Index rows, those that nobody lists included.</summary>
    public int CountClaims() => Store is MemoryUserStore memory
        ? memory.Claims
        : Tables.Recipients.Query<Azure.Data.Tables.TableEntity>("RowKey ge 'address-' and RowKey lt 'address.'").Count();

    private static InvalidOperationException InMemoryAlone() => new("These users are in memory.");

    private static string Row(User? user) =>
        user is null ? "nobody" : $"{user.Name} {user.Incarnation} {user.Email?.Delivery} {user.Phone?.E164}";
}
