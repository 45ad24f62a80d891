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
    public void A_start_reads_them_where_nobody_has_yet()
    {
        var settings = new Lazy<CheckedSettings>(() => new CheckedSettings());

        Assert.True(new SettingsCheck(settings).StartingAsync(CancellationToken.None).IsCompletedSuccessfully);
        Assert.True(settings.IsValueCreated);
    }

    [Fact]
    public async Task One_that_cannot_be_read_ends_it()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection([new("Otp:Limits:SendsPerHour", "many")]);
        builder.Services.AddSettings(builder.Configuration, builder.Environment);
        using var host = builder.Build();

        var ended = await Assert.ThrowsAsync<InvalidOperationException>(() => host.StartAsync());

        Assert.Contains("Otp:Limits:SendsPerHour", ended.Message, StringComparison.Ordinal);
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
