using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OtpFunctions.Composition;
using OtpFunctions.Console;
using OtpFunctions.Http;

var builder = FunctionsApplication.CreateBuilder(args);

builder.ConfigureFunctionsWebApplication();
builder.UseMiddleware<RequestGuard>();
builder.UseWhen<ConsoleGate>(ConsoleGate.Guards);

builder.Services
    .AddSingleton(TimeProvider.System)
    .AddSettings(builder.Configuration, builder.Environment)
    .AddHostedService<TelemetryHost>()
    .AddCore()
    .AddDialects();

builder.Build().Run();
