using System.Globalization;
using System.Security.Cryptography;
using OtpFunctions.Core.Codes;
using OtpFunctions.Core.Secrecy;
using OtpFunctions.Core.Storage;

namespace OtpFunctions.Benchmarks.Purging;

/// <summary>
/// Recipients as the service writes them, one that is past its time and one that is not; the storage itself copies them
/// until there are enough, half of each.
/// </summary>
internal static class TableFill
{
    private static readonly TimeSpan Past = TimeSpan.FromDays(2);

    public static async Task WriteAsync(Tables tables, string fillUrl, int rows)
    {
        var now = TimeProvider.System.GetUtcNow();
        await WriteModelAsync(tables, now - Past);
        await WriteModelAsync(tables, now);
        using var http = new HttpClient();
        using var answer = await http.PutAsync(new Uri($"{fillUrl}/{tables.Recipients.Name}?rows={rows}"), content: null);
        var filled = int.Parse(
            await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(), CultureInfo.InvariantCulture);
        if (filled != rows)
        {
            throw new InvalidOperationException($"The table has {filled} rows instead of {rows}.");
        }
    }

    private static async Task WriteModelAsync(Tables tables, DateTimeOffset sentAt)
    {
        var (key, change, at) = (NewHash(), RandomId.Short(), sentAt.ToUnixTimeMilliseconds());
        var code = new LiveCode
        {
            Use = "onlyid/application/",
            BoundTo = NewHash(),
            Sealed = RandomNumberGenerator.GetBytes(36),
            CreatedAt = at,
            ExpiresAt = at + (long)TimeSpan.FromMinutes(5).TotalMilliseconds,
            MaxFailures = 5,
            Change = change,
            Maker = change,
            MessageId = RandomId.OrderedUuid(at),
        };
        var state = RecipientState.Empty.Reserve(code, "onlyid", at);
        var empty = new Versioned<RecipientState>(RecipientState.Empty, null, []);
        if (!await StateTables.Recipients(tables).TrySaveAsync(key, empty, state, change, CancellationToken.None))
        {
            throw new InvalidOperationException("A row was there already.");
        }
    }

    private static string NewHash() => new KeyHasher(RandomNumberGenerator.GetBytes(32)).Hash("bench", "");
}
