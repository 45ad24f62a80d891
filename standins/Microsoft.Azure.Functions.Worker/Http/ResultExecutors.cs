using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Formatters;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Azure.Functions.Worker.Http;

// What IActionResults ask for when they are executed; AddMvcCore would search the assemblies for controllers as well.
internal static class ResultExecutors
{
    public static void Add(IServiceCollection services)
    {
        services.TryAddSingleton<IActionResultExecutor<ObjectResult>, ObjectResultExecutor>();
        services.TryAddSingleton<IActionResultExecutor<ContentResult>, ContentResultExecutor>();
        services.TryAddSingleton<IActionResultExecutor<JsonResult>, JsonResultExecutor>();
        services.TryAddSingleton<IActionResultExecutor<FileContentResult>, FileContentResultExecutor>();
        services.TryAddSingleton<IActionResultExecutor<FileStreamResult>, FileStreamResultExecutor>();
        services.TryAddSingleton<IActionResultExecutor<RedirectResult>, RedirectResultExecutor>();
        services.TryAddSingleton<IUrlHelperFactory, UrlHelperFactory>();
        services.TryAddSingleton<OutputFormatterSelector, DefaultOutputFormatterSelector>();
        services.TryAddSingleton<IHttpResponseStreamWriterFactory, ResponseWriterFactory>();
        services.AddOptions<MvcOptions>().Configure<IOptions<JsonOptions>>(AddFormatters);
    }

    // In the order of MVC.
    private static void AddFormatters(MvcOptions mvc, IOptions<JsonOptions> json)
    {
        mvc.OutputFormatters.Add(new HttpNoContentOutputFormatter());
        mvc.OutputFormatters.Add(new StringOutputFormatter());
        mvc.OutputFormatters.Add(new StreamOutputFormatter());
        mvc.OutputFormatters.Add(new SystemTextJsonOutputFormatter(json.Value.JsonSerializerOptions));
    }
}
