using System.Security.Cryptography;

namespace OtpFunctions.Tests.Fixtures;

/// <summary>Settings of an app under test, by environment: fresh secrets and tables of its own each time.</summary>
public static class AppSettings
{
    public const string Environment = "AZURE_FUNCTIONS_ENVIRONMENT";
    public const string Storage = "Otp__Storage__ConnectionString";
    public const string ServiceUri = "Otp__Storage__ServiceUri";
    public const string TablePrefix = "Otp__Storage__TablePrefix";
    public const string Pepper = "Otp__Secrets__Pepper";
    public const string CodeKeys = "Otp__Secrets__CodeKeys";
    public const string ConsoleKey = "Otp__Secrets__ConsoleKey";
    public const string Telemetry = "Otp__Telemetry__Endpoint";

    /// <summary>Of the runner: with any key set, functions that want one are 401 without.</summary>
    public const string HostKey = "Functions__Keys__Host";

    private static readonly string[] SecretEndings = ["Key", "Keys", "Pepper", "ConnectionString", HostKey];

    /// <summary>All tests call from one network address: more calls of it than a minute usually has, and less work each.</summary>
    public static (string Name, string? Value)[] ManyCalls { get; } =
    [
        ("Otp__Starlight__CallsPerMinute", "1000"),
        ("Otp__Fresns__CallsPerMinute", "1000"),
        ("Otp__Captcha__HashOnlyPerMinute", "1000"),
        // Solved by tests as by a device, but at once.
        ("Otp__Captcha__Work__Difficulty", "10"),
    ];

    public static async Task<Dictionary<string, string?>> FreshAsync() =>
        Fresh((await Azurite.StartedAsync()).ConnectionString);

    public static Dictionary<string, string?> Fresh(string storage) => new()
    {
        [Environment] = "Development",
        [Storage] = storage,
        [TablePrefix] = "t" + RandomNumberGenerator.GetHexString(15, lowercase: true),
        [Pepper] = FreshKey(),
        [CodeKeys] = "1:" + FreshKey(),
        [ConsoleKey] = RandomNumberGenerator.GetHexString(32, lowercase: true),
        ["Otp__Delivery__Email"] = "Outbox",
        ["Otp__Delivery__Sms"] = "Outbox",
        ["Otp__Destinations__Countries"] = "*",
    };

    /// <summary>The same settings with some replaced; null takes one out.</summary>
    public static Dictionary<string, string?> With(
        this Dictionary<string, string?> settings, params (string Name, string? Value)[] changes)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var changed = new Dictionary<string, string?>(settings);
        foreach (var (name, value) in changes ?? [])
        {
            changed.Remove(name);
            if (value is not null)
                changed[name] = value;
        }

        return changed;
    }

    /// <summary>What these settings hold that the app may never print: keys, one by one, and what holds keys.</summary>
    public static IEnumerable<string> SecretsOf(IReadOnlyDictionary<string, string?> settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        foreach (var value in settings.Where(setting => IsSecret(setting.Key)).Select(setting => setting.Value).OfType<string>())
        {
            yield return value;
            // 1:KEY;2:KEY, and AccountName=NAME;AccountKey=KEY.
            foreach (var part in value.Split(';'))
            {
                yield return part.Split(':')[^1];
                if (part.Contains("key=", StringComparison.OrdinalIgnoreCase))
                    yield return part[(part.IndexOf('=', StringComparison.Ordinal) + 1)..];
            }
        }
    }

    public static string FreshKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    private static bool IsSecret(string setting) =>
        Array.Exists(SecretEndings, ending => setting.EndsWith(ending, StringComparison.Ordinal));
}
