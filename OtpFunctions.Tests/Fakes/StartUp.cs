using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using OtpFunctions.Composition;

namespace OtpFunctions.Tests.Fakes;

/// <summary>What the service does with its settings before it starts: the same binding, the same checks, no process.</summary>
internal static class StartUp
{
    /// <summary>The settings bound, and each section's services.</summary>
    /// <param name="settings">By their names as app settings: <c>Otp__Limits__SendsPerHour</c>.</param>
    /// <param name="environment">As <see cref="Environments"/> has them.</param>
    public static ServiceCollection Services(
        IEnumerable<KeyValuePair<string, string>> settings, string environment)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create<string, string?>(
                setting.Key.Replace("__", ":", StringComparison.Ordinal), setting.Value)))
            .Build();
        var services = new ServiceCollection();
        services.AddSettings(configuration, new Place(environment));
        return services;
    }

    /// <summary>Throws what ends a start: what a host calls before it starts anything.</summary>
    /// <param name="settings">By their names as app settings.</param>
    /// <param name="environment">As <see cref="Environments"/> has them.</param>
    public static void Check(IEnumerable<KeyValuePair<string, string>> settings, string environment)
    {
        using var provider = Services(settings, environment).BuildServiceProvider();
        foreach (var service in provider.GetServices<IHostedService>().Cast<IHostedLifecycleService>())
        {
            service.StartingAsync(CancellationToken.None).GetAwaiter().GetResult();
        }
    }

    /// <summary>Each fault that is named when these settings end a start; none where they do not.</summary>
    /// <param name="settings">By their names as app settings.</param>
    public static IReadOnlyList<string> Faults(IEnumerable<KeyValuePair<string, string>> settings)
    {
        try
        {
            Check(settings, Environments.Development);
            return [];
        }
        catch (OptionsValidationException one)
        {
            return [.. one.Failures];
        }
        catch (AggregateException many)
        {
            return [.. many.InnerExceptions.OfType<OptionsValidationException>().SelectMany(fault => fault.Failures)];
        }
    }

    private sealed class Place(string environment) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = environment;

        public string ApplicationName { get; set; } = "OtpFunctions";

        public string ContentRootPath { get; set; } = "";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
