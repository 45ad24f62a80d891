using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using OtpFunctions.Core.Telemetry;

namespace OtpFunctions.Composition;

/// <summary>
/// OpenTelemetry's exporter: the one place that names it, so that its assemblies are loaded only where it is used.
/// </summary>
internal static class OtlpExport
{
    // A caller's traceparent says nothing of whether its call is traced, unless a sampler of that kind is chosen. Nor does
    // a host's: without a listener of its own it says no.
    private static readonly Dictionary<string, string?> Defaults = new() { ["OTEL_TRACES_SAMPLER"] = "always_on" };

    /// <summary>Listens from now on, and sends in the background until it is disposed, which sends what is left.</summary>
    /// <param name="endpoint">The base URL of the collector.</param>
    public static IDisposable Begin(Uri endpoint) => OpenTelemetrySdk.Create(builder =>
    {
        builder.Services.AddSingleton<IConfiguration>(
            new ConfigurationBuilder().AddInMemoryCollection(Defaults).AddEnvironmentVariables().Build());
        builder
            .ConfigureResource(Describe)
            .WithMetrics(metrics => metrics.AddMeter(Instruments.Name))
            .WithTracing(traces => traces.AddSource(Instruments.Name))
            .UseOtlpExporter(OtlpExportProtocol.HttpProtobuf, endpoint);
    });

    // The variables last, so that OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES have the last word.
    private static void Describe(ResourceBuilder resource) => resource
        .Clear()
        .AddTelemetrySdk()
        .AddService(Instruments.Name)
        .AddEnvironmentVariableDetector();
}
