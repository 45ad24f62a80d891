using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http;

/// <summary>What only a code needs is loaded with the first code: a start does not wait for it.</summary>
public sealed class LoadedTests
{
    [LocalFact]
    public async Task A_process_that_was_only_asked_whether_it_lives_has_no_OpenSSL_and_no_client_of_the_storage()
    {
        await using var app = await FunctionApp.StartAsync(AppSettings.Fresh(Azurite.ConnectionStringAt(1))
            .With((AppSettings.Telemetry, ""), (AppSettings.HostKey, null)));

        await app.Http.GetAsync(new Uri("api/health", UriKind.Relative));
        var alive = await MappedFiles.OfAsync(app);
        await app.Http.GetAsync(new Uri("api/health/ready", UriKind.Relative));
        var ready = await MappedFiles.OfAsync(app);

        Assert.All(["libcrypto", "Azure.Data.Tables.dll", "Azure.Core.dll"], library =>
        {
            Assert.DoesNotContain(library, alive, StringComparison.Ordinal);
            Assert.Contains(library, ready, StringComparison.Ordinal);
        });
    }
}
