using System.Security.Cryptography;
using OtpFunctions.Core.Storage;
using OtpFunctions.Tests.Fakes;

namespace OtpFunctions.Tests.Fixtures;

/// <summary>Tables of a test's own on the shared Azurite.</summary>
internal static class TestTables
{
    public static async Task<Tables> NewAsync()
    {
        var azurite = await Azurite.StartedAsync();
        return new Tables(new StorageOptions { ConnectionString = azurite.ConnectionString, TablePrefix = NewPrefix() }, new ManualClock());
    }

    public static string NewPrefix() => "t" + RandomNumberGenerator.GetHexString(16, lowercase: true);
}
