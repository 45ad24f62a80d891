using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Http;
using Microsoft.Azure.Functions.Worker.Invocation;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Azure.Functions.Worker.Settings;
using Microsoft.Azure.Functions.Worker.Timers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Hosting;

internal sealed class FunctionsHost(
    WebApplication app,
    FunctionsApplicationBuilder builder,
    FunctionExecutionDelegate pipeline,
    Task<IReadOnlyList<FunctionEntry>> finding)
    : IHost, IAsyncDisposable
{
    private TimerRunners? _timers;

    public IServiceProvider Services => app.Services;

    // Run() would end in an unhandled exception and its stack; a failed start stops the host instead, with exit code 1.
    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            await StartCoreAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            StartFailure.Report(exception, builder.Options);
            app.Lifetime.StopApplication();
        }
    }

    public async Task StopAsync(CancellationToken cancellationToken = default)
    {
        if (_timers is not null)
            await _timers.StopAsync(cancellationToken);
        await app.StopAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _timers?.Dispose();
        await app.DisposeAsync();
    }

    public void Dispose()
    {
        _timers?.Dispose();
        ((IDisposable)app).Dispose();
    }

    private async Task StartCoreAsync(CancellationToken cancellationToken)
    {
        if (builder.Settings.Failure is { } failure)
            throw failure;

        foreach (var url in ListenAddress.Choose(builder.Settings.Port, builder.Settings.Urls))
            app.Urls.Add(url);

        var functions = await FindAsync();
        _timers = Timers(functions.OfType<TimerFunction>());
        Map(functions.OfType<HttpFunction>(), _timers);

        await app.StartAsync(cancellationToken);
        builder.Logs.Started();
        _timers.Start();
        await FunctionList.PrintAsync(functions, ListenAddress.Display(app.Urls.First()), builder.Options.Output);
    }

    private async Task<IReadOnlyList<FunctionEntry>> FindAsync()
    {
        var functions = await finding;
        return builder.ServesHttp || !functions.OfType<HttpFunction>().Any()
            ? functions
            : throw new StartException(["HTTP functions need builder.ConfigureFunctionsWebApplication()."]);
    }

    private void Map(IEnumerable<HttpFunction> functions, TimerRunners timers)
    {
        var keys = new FunctionKeys(app.Configuration);
        var logger = Logger();
        var endpoints = functions
            .Select(function => Routes.Endpoint(
                function.Route, function.Methods, new FunctionEndpoint(function, keys, pipeline, logger).InvokeAsync))
            .Append(Routes.Endpoint(TimerEndpoint.Route, ["POST"], new TimerEndpoint(keys, timers).InvokeAsync))
            .ToArray();

        ((IEndpointRouteBuilder)app).DataSources.Add(new DefaultEndpointDataSource(endpoints));
        app.UseRouting();
        app.Run(Routes.RunAsync);
    }

    private TimerRunners Timers(IEnumerable<TimerFunction> functions)
    {
        var scopes = Services.GetRequiredService<IServiceScopeFactory>();
        var clock = Services.GetService<TimeProvider>() ?? TimeProvider.System;
        var logger = Logger();
        return new TimerRunners(
            [.. functions.Select(function => new TimerRunner(function, pipeline, scopes, clock, logger))]);
    }

    private ILogger Logger() => Services.GetRequiredService<ILoggerFactory>().CreateLogger("Functions");
}
