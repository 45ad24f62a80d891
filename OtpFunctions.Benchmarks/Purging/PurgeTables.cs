using System.Diagnostics;
using OtpFunctions.Benchmarks.Measuring;
using OtpFunctions.Core.Purging;
using OtpFunctions.Core.Storage;

namespace OtpFunctions.Benchmarks.Purging;

/// <summary>
/// Deletes every second of <c>--rows N</c> recipients of a fresh storage: <c>--side service</c> finds and deletes them as
/// the timer does; <c>--side raw</c> knows them already and sends nothing but the deletes.
/// <c>--connection TEXT --account NAME --key BASE64 --account-url URL --fill-url URL</c> say where.
/// </summary>
internal sealed class PurgeTables : ICommand
{
    private const int WarmUpRows = 4000;
    private static readonly TimeSpan Budget = TimeSpan.FromMinutes(10);

    public string Name => "purge";

    public void Run(Arguments arguments) => RunAsync(arguments).GetAwaiter().GetResult();

    private static async Task RunAsync(Arguments arguments)
    {
        // Other tables of the same storage: the compiler and the connections are warm then, and the table is not touched.
        await RunAsync(arguments, "warm", WarmUpRows);
        JsonLine.Write(await RunAsync(arguments, "otp", arguments.Count("rows")));
    }

    private static async Task<PurgeResult> RunAsync(Arguments arguments, string prefix, int rows)
    {
        var tables = new Tables(
            new StorageOptions { ConnectionString = arguments.Text("connection"), TablePrefix = prefix }, TimeProvider.System);
        await TableFill.WriteAsync(tables, arguments.Text("fill-url"), rows);
        var deleted = arguments.Text("side") switch
        {
            "service" => await MeasureAsync(() => PurgeAsync(tables)),
            "raw" => await DeleteAsync(tables, arguments),
            var other => throw new ArgumentException($"'{other}' is no side", nameof(arguments)),
        };
        return deleted.Rows == rows / 2 && await CountAsync(tables) == 0
            ? deleted
            : throw new InvalidOperationException($"{deleted.Rows} rows were deleted instead of {rows / 2}.");
    }

    private static async Task<int> PurgeAsync(Tables tables)
    {
        var report = await new Purger(new ExpiredRows(tables), TimeProvider.System).RunAsync(Budget, default);
        // Nobody else is there: kept is what a delete was repeated for that an emulator too slow for it had done.
        return report is { Failed: 0, Finished: true }
            ? report.Deleted + report.Kept
            : throw new InvalidOperationException($"{report}");
    }

    private static async Task<PurgeResult> DeleteAsync(Tables tables, Arguments arguments)
    {
        var expired = new List<ExpiredRow>();
        await foreach (var page in new ExpiredRows(tables).FindAsync(TimeProvider.System.GetUtcNow(), default))
        {
            expired.AddRange(page);
        }

        using var raw = new RawDeletes(
            new Uri(arguments.Text("account-url") + tables.Recipients.Name), arguments.Text("account"), arguments.Text("key"));
        return await MeasureAsync(() => raw.RunAsync(expired));
    }

    private static async Task<PurgeResult> MeasureAsync(Func<Task<int>> delete)
    {
        var clock = Stopwatch.StartNew();
        var rows = await delete();
        return new PurgeResult(rows, clock.Elapsed.TotalSeconds);
    }

    private static async Task<int> CountAsync(Tables tables)
    {
        var left = 0;
        await foreach (var page in new ExpiredRows(tables).FindAsync(TimeProvider.System.GetUtcNow(), default))
        {
            left += page.Count;
        }

        return left;
    }
}
