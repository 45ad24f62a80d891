using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using OtpFunctions.Composition;

namespace OtpFunctions.Tests.Composition;

/// <summary>Settings are read aside, and yet nothing starts before they are checked.</summary>
public sealed class SettingsCheckTests
{
    [Fact]
    public async Task Where_one_is_wrong_nothing_starts_that_was_there_before_them()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        var server = new Server();
        builder.Services.AddHostedService(_ => server);
        builder.Services.AddSettings(new ConfigurationManager(), builder.Environment);
        using var host = builder.Build();

        var ended = await Assert.ThrowsAsync<AggregateException>(() => host.StartAsync());

        Assert.All(ended.InnerExceptions, fault => Assert.IsType<OptionsValidationException>(fault));
        Assert.False(server.HasStarted);
    }

    [Fact]
    public async Task A_start_waits_until_they_are_read()
    {
        var reading = new TaskCompletionSource<CheckedSettings>();
        var start = new SettingsCheck(reading.Task).StartingAsync(CancellationToken.None);

        Assert.False(start.IsCompleted);
        reading.SetResult(new CheckedSettings());
        await start;
    }

    [Fact]
    public async Task What_cannot_be_read_ends_it()
    {
        var reading = Task.FromException<CheckedSettings>(new InvalidOperationException("planted"));

        var ended = await Assert.ThrowsAsync<InvalidOperationException>(
            () => new SettingsCheck(reading).StartingAsync(CancellationToken.None));
        Assert.Equal("planted", ended.Message);
    }

    private sealed class Server : IHostedService
    {
        public bool HasStarted { get; private set; }

        public Task StartAsync(CancellationToken cancellationToken)
        {
            HasStarted = true;
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
