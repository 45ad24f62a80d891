using Azure.Data.Tables;
using OtpFunctions.Tests.Fixtures;

namespace StandIns.Tests.Tables;

internal static class TestTable
{
    public static async Task<TableClient> CreatedAsync(TableClientOptions? options = null)
    {
        var azurite = await Azurite.StartedAsync();
        var table = new TableClient(azurite.ConnectionString, Azurite.UniqueTableName("standin"), options);
        await table.CreateAsync();
        return table;
    }
}
