using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace StandIns.Tests.Functions.Harness;

internal sealed class Runner : IAsyncDisposable
{
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    private Runner(RunnerSetup setup)
    {
        var options = new RunnerOptions
        {
            Types = () => setup.Types,
            WorkingDirectory = setup.Directory,
            AppDirectory = setup.Directory,
            Output = _output,
            Error = _error,
            SetExitCode = code => ExitCode = code,
        };
        var builder = FunctionsApplication.CreateBuilder(setup.Args, options);
        builder.Logging.ClearProviders().AddProvider(Logs);
        builder.ConfigureFunctionsWebApplication();
        setup.Configure(builder);
        Host = builder.Build();
    }

    public IHost Host { get; }

    public LogLines Logs { get; } = new();

    public HttpClient Client { get; } = new();

    public int? ExitCode { get; private set; }

    public string Output => _output.ToString();

    public string Error => _error.ToString();

    public static Task<Runner> StartAsync(params Type[] types) => StartAsync(new RunnerSetup { Types = types });

    public static async Task<Runner> StartAsync(RunnerSetup setup)
    {
        var runner = new Runner(setup);
        await runner.Host.StartAsync();
        if (runner.ExitCode is null)
            runner.Client.BaseAddress = new Uri(runner.Address());
        return runner;
    }

    public Task<HttpResponseMessage> SendAsync(string method, string path, HttpContent? content = null) =>
        Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path) { Content = content });

    public Task<string> GetAsync(string path) => Client.GetStringAsync(new Uri(path, UriKind.Relative));

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Host.StopAsync();
        await ((IAsyncDisposable)Host).DisposeAsync();
    }

    private string Address() => Host.Services.GetRequiredService<IServer>().Features
        .Get<IServerAddressesFeature>()!.Addresses.First();
}
