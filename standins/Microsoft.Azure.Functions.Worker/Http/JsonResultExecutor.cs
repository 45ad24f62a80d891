using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.Extensions.Options;

namespace Microsoft.Azure.Functions.Worker.Http;

internal sealed class JsonResultExecutor(IOptions<JsonOptions> defaults) : IActionResultExecutor<JsonResult>
{
    public Task ExecuteAsync(ActionContext context, JsonResult result)
    {
        var response = context.HttpContext.Response;
        response.ContentType = result.ContentType ?? "application/json; charset=utf-8";
        if (result.StatusCode is { } status)
            response.StatusCode = status;

        var options = result.SerializerSettings as JsonSerializerOptions ?? defaults.Value.JsonSerializerOptions;
        var type = result.Value?.GetType() ?? typeof(object);
        return JsonSerializer.SerializeAsync(response.BodyWriter, result.Value, type, options);
    }
}
