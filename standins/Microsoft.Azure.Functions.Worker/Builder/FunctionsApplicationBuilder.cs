using Microsoft.AspNetCore.Builder;
using Microsoft.Azure.Functions.Worker.Discovery;
using Microsoft.Azure.Functions.Worker.Hosting;
using Microsoft.Azure.Functions.Worker.Invocation;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Azure.Functions.Worker.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Builder;

public sealed class FunctionsApplicationBuilder : IHostApplicationBuilder, IFunctionsWorkerApplicationBuilder
{
    private readonly List<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> _middleware = [];
    private readonly WebApplicationBuilder _web;

    internal FunctionsApplicationBuilder(string[] args, RunnerOptions options)
    {
        Options = options;
        Settings = new RunnerConfiguration(args, options.WorkingDirectory);
        _web = RunnerDefaults.CreateBuilder(Settings, options, Logs);
    }

    public ConfigurationManager Configuration => _web.Configuration;

    IConfigurationManager IHostApplicationBuilder.Configuration => _web.Configuration;

    public IHostEnvironment Environment => _web.Environment;

    public ILoggingBuilder Logging => _web.Logging;

    public IMetricsBuilder Metrics => _web.Metrics;

    public IDictionary<object, object> Properties => ((IHostApplicationBuilder)_web).Properties;

    public IServiceCollection Services => _web.Services;

    internal RunnerOptions Options { get; }

    internal RunnerConfiguration Settings { get; }

    internal StartupLogs Logs { get; } = new();

    internal bool ServesHttp { get; set; }

    public void ConfigureContainer<TContainerBuilder>(
        IServiceProviderFactory<TContainerBuilder> factory, Action<TContainerBuilder>? configure = null)
        where TContainerBuilder : notnull =>
        ((IHostApplicationBuilder)_web).ConfigureContainer(factory, configure);

    public IFunctionsWorkerApplicationBuilder Use(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware)
    {
        _middleware.Add(middleware);
        return this;
    }

    // The functions are found while the container is built: neither needs the other, and both take their time.
    public IHost Build()
    {
        var finding = Task.Run(Find);
        return new FunctionsHost(_web.Build(), this, FunctionPipeline.Build(_middleware), finding);
    }

    private IReadOnlyList<FunctionEntry> Find() =>
        new FunctionDiscovery(new FunctionReader(Configuration, HostJson.RoutePrefix(Options.AppDirectory)))
            .Find(Options.Types());
}
