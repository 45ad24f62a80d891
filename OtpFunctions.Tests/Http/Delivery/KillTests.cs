using System.Net;
using OtpFunctions.Tests.Fakes;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http.Delivery;

/// <summary>An app that is killed, with SIGKILL, while a provider has its message: another goes on with its tables.</summary>
public sealed class KillTests
{
    [LocalFact]
    public async Task Killed_after_the_provider_took_the_message_its_code_is_good_and_none_follows()
    {
        var to = Recipients.Email();
        await using var left = await KillAsync(to, new { kind = "silence", match = new { to } });

        var message = Assert.Single(await left.Emulator.MessagesToAsync(to));
        Assert.Equal(1, message.Attempts);
        (await left.Caller.VerifyAsync(to, AcsApp.CodeIn(message))).Expect(HttpStatusCode.OK);
    }

    [LocalFact]
    public async Task Killed_before_the_provider_took_the_message_a_slot_is_lost_and_nothing_goes_out()
    {
        var to = Recipients.Abroad();
        await using var left = await KillAsync(to, new { kind = "status", status = 503, retryAfter = 6, match = new { to } });

        Assert.Empty(await left.Emulator.MessagesToAsync(to));
    }

    // One send an hour: the one that was reserved counts, whether or not it went out.
    private static async Task<Left> KillAsync(string to, object fault)
    {
        var emulator = await AcsEmulator.StartedAsync();
        var settings = AcsApp.SettingsOf(emulator, await AppSettings.FreshAsync());
        var app = await FunctionApp.StartAsync(settings);
        await using (app)
        {
            var caller = await new ConsoleCaller(app.Http, app.ConsoleKey).CreateAsync();
            await emulator.AddFaultAsync(fault);
            var sending = caller.SendAsync(to);
            Assert.Equal(0, await Eventually.GetAsync(() => emulator.FaultsLeftAsync(to), left => left == 0));

            await app.KillAsync();

            await Assert.ThrowsAnyAsync<HttpRequestException>(() => sending);
            var next = await FunctionApp.StartAsync(settings);
            var again = caller.At(next.Http);
            Assert.Equal(HttpStatusCode.TooManyRequests, (await again.SendAsync(to)).Status);
            return new(next, emulator, again);
        }
    }

    private sealed record Left(FunctionApp App, AcsEmulator Emulator, OnlyIdCaller Caller) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => App.DisposeAsync();
    }
}
