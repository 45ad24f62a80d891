using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace StandIns.Tests.Tables;

/// <summary>A service that answers its first request, its second and so on as it is told to.</summary>
internal sealed class FakeService : IAsyncDisposable
{
    private readonly WebApplication _server;
    private int _requests;

    private FakeService(Func<HttpContext, Task>[] answers)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        _server.Run(context => answers[Interlocked.Increment(ref _requests) - 1](context));
    }

    public int Requests => _requests;

    public Uri Endpoint => new(_server.Services.GetRequiredService<IServer>()
        .Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public static async Task<FakeService> StartedAsync(params Func<HttpContext, Task>[] answers)
    {
        var service = new FakeService(answers);
        await service._server.StartAsync();
        return service;
    }

    public static Func<HttpContext, Task> Status(int status) => context =>
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    };

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
