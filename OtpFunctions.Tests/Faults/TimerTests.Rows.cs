using System.Text.Json.Nodes;
using Azure;
using Azure.Data.Tables;
using OtpFunctions.Core.Records;
using OtpFunctions.Core.Secrecy;
using OtpFunctions.Core.Storage;
using OtpFunctions.Tests.Fakes;

namespace OtpFunctions.Tests.Faults;

/// <summary>Rows as time leaves them.</summary>
public sealed partial class TimerTests
{
    private const string ColumnOfPurge = ExpiredRows.PurgeAfterColumn;
    private static readonly long Day = (long)TimeSpan.FromHours(26).TotalMilliseconds;

    private static TableEntity RowOf(DateTimeOffset purgeAfter) =>
        new(RandomId.Hex(), "state") { [ColumnOfPurge] = purgeAfter };

    // Which of them can be past is seen by its day.
    private static TableEntity RecordOf(DateTimeOffset purgeAfter)
    {
        var id = JournalBench.IdOf(JournalBench.NewId(purgeAfter.AddDays(-RecordDays.Kept).ToUnixTimeMilliseconds()));
        return new(RecordRow.PartitionOf(id), id.RowKey) { [ColumnOfPurge] = purgeAfter };
    }

    private async Task FillAsync()
    {
        foreach (var name in Purged)
        {
            var table = await Bench.TableAsync(name);
            await table.CreateIfNotExistsAsync();
            await Task.WhenAll(Enumerable.Range(0, Rows).Select(
                _ => table.AddEntityAsync(name == "records" ? RecordOf(LongAgo) : RowOf(LongAgo))));
        }
    }

    private Task<int> ExpiredAsync() => ExpiredAsync(Purged);

    private async Task<int> ExpiredAsync(params string[] tables)
    {
        var count = 0;
        foreach (var name in tables)
        {
            var table = await Bench.TableAsync(name);
            count += await table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PurgeAfter le {LongAgo}")).CountAsync();
        }

        return count;
    }

    private static async Task<IReadOnlyList<string>> KeysAsync(TableClient table) =>
        await table.QueryAsync<TableEntity>().Select(row => row.PartitionKey).ToListAsync();

    private async Task<string> NewRowAsync(string name, Func<Task> make)
    {
        var table = await Bench.TableAsync(name);
        await table.CreateIfNotExistsAsync();
        var known = await KeysAsync(table);
        await make();
        return Assert.Single((await KeysAsync(table)).Except(known));
    }

    // All that the row says happened 26 hours earlier.
    private async Task AgeAsync(string name, string key)
    {
        var table = await Bench.TableAsync(name);
        var row = (await table.GetEntityAsync<TableEntity>(key, "state")).Value;
        var state = JsonNode.Parse(row.GetBinary("State"))!;
        Age(state);
        row["State"] = System.Text.Encoding.UTF8.GetBytes(state.ToJsonString());
        row[ColumnOfPurge] = row.GetDateTimeOffset(ColumnOfPurge)!.Value.AddMilliseconds(-Day);
        await table.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Replace);
    }

    private static void Age(JsonNode node)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list)
                Age(item!);

            return;
        }

        if (node is not JsonObject fields)
            return;

        foreach (var (field, value) in fields.ToList())
        {
            if (field is "at" or "createdAt" or "expiresAt")
                fields[field] = value!.GetValue<long>() - Day;
            else if (value is not null)
                Age(value);
        }
    }
}
