using System.Diagnostics;
using Azure.Data.Tables;
using OtpFunctions.Tests.Fixtures;

namespace StandIns.Tests.Tables;

public sealed class AzuriteTests
{
    [Fact]
    public async Task The_emulator_starts_once_and_answers()
    {
        var azurite = await Azurite.StartedAsync();
        using var http = new HttpClient();

        using var answer = await http.GetAsync(azurite.TableEndpoint);

        Assert.Same(azurite, await Azurite.StartedAsync());
        Assert.Contains("Azurite", answer.Headers.Server.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_folder_it_keeps_what_was_written_when_its_input_closes()
    {
        var folder = Directory.CreateTempSubdirectory("azurite");
        try
        {
            await RunAsync(folder.FullName, async table =>
            {
                await table.CreateAsync();
                await table.AddEntityAsync(new TableEntity("p", "r"));
            });
            await RunAsync(folder.FullName, table => table.GetEntityAsync<TableEntity>("p", "r"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task RunAsync(string folder, Func<TableClient, Task> use)
    {
        var script = Path.Combine(await ToolsFolder.InstalledAsync(), "azurite.js");
        var start = new ProcessStartInfo("node", [script, "--port", "0", "--location", folder])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using var node = Process.Start(start)!;
        var line = await node.StandardOutput.ReadLineAsync();
        var endpoint = new Uri($"{line!["listening ".Length..]}/{Azurite.AccountName}");
        var credential = new TableSharedKeyCredential(Azurite.AccountName, Azurite.AccountKey);

        await use(new TableClient(endpoint, "kept", credential));
        node.StandardInput.Close();
        await node.WaitForExitAsync();

        Assert.Equal(0, node.ExitCode);
    }
}
