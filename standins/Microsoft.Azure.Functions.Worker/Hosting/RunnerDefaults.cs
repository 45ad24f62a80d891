using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker.Http;
using Microsoft.Azure.Functions.Worker.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Hosting;

internal static class RunnerDefaults
{
    private const long LargestBody = 100 * 1024 * 1024;
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(20);

    public static WebApplicationBuilder CreateBuilder(
        RunnerConfiguration settings, RunnerOptions options, StartupLogs logs)
    {
        var web = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ContentRootPath = options.AppDirectory,
            EnvironmentName = settings.EnvironmentName ?? Environments.Production,
        });
        web.Configuration.AddConfiguration(settings.Merged);
        web.Host.UseDefaultServiceProvider((context, provider) =>
            provider.ValidateScopes = context.HostingEnvironment.IsDevelopment());
        web.WebHost.UseKestrelCore().ConfigureKestrel(ConfigureServer);

        logs.Configure(web.Logging);
        web.Logging.AddConfiguration(web.Configuration.GetSection("Logging"));
        web.Logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.IncludeScopes = true;
            console.TimestampFormat = "HH:mm:ss ";
        });

        web.Services.AddRouting();
        web.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownTimeout);
        ResultExecutors.Add(web.Services);
        return web;
    }

    private static void ConfigureServer(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = LargestBody;
    }
}
