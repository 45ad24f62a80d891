using OtpFunctions.Core.Codes;
using OtpFunctions.Core.Storage;
using OtpFunctions.Tests.Fakes;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Model;

/// <summary>The rows that all instances share.</summary>
/// <param name="Store">Reads and writes them.</param>
/// <param name="DeleteAsync">Deletes the row of a key if it is still this version.</param>
internal sealed record Rows(IStateStore<RecipientState> Store, Func<string, string, Task<bool>> DeleteAsync)
{
    public static Task<Rows> InMemoryAsync()
    {
        var store = new MemoryRecipientStore();
        return Task.FromResult(new Rows(store, store.TryDeleteAsync));
    }

    public static async Task<Rows> InTablesAsync()
    {
        var tables = await TestTables.NewAsync();
        return new Rows(
            StateTables.Recipients(tables),
            (key, version) => TableFaults.TryDeleteAsync(tables.Recipients, key, "state", version, CancellationToken.None));
    }
}
