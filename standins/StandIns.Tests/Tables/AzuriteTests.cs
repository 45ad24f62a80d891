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
}
