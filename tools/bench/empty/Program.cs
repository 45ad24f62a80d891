using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

// What ASP.NET Core costs by itself: Kestrel, one route, the same answer as the service's GET /api/health.
var builder = WebApplication.CreateSlimBuilder(args);

// As in the template's appsettings.json: a line a request would be a cost that the service does not have.
builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);

var app = builder.Build();
app.MapGet("/api/health", context =>
{
    context.Response.ContentType = "application/json; charset=utf-8";
    return context.Response.WriteAsync("{\"status\":\"ok\"}");
});
app.Run();
