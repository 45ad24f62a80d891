using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using OtpFunctions.Benchmarks.Measuring;

namespace OtpFunctions.Benchmarks.Http;

/// <summary>
/// Kestrel and nothing else, which answers everything with what GET /api/health says: the least that a service on it can
/// cost. Until its stdin ends.
/// </summary>
internal sealed class EmptyServer : ICommand
{
    private static readonly byte[] Body = """{"status":"ok"}"""u8.ToArray();

    public string Name => "empty-server";

    public void Run(Arguments arguments)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        using var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.Run(AnswerAsync);
        app.Start();
        Console.WriteLine($"listening {app.Urls.First()}");
        _ = Task.Run(() =>
        {
            Console.In.ReadToEnd();
            app.Lifetime.StopApplication();
        });
        app.WaitForShutdown();
    }

    private static Task AnswerAsync(HttpContext http)
    {
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.ContentLength = Body.Length;
        return http.Response.Body.WriteAsync(Body).AsTask();
    }
}
