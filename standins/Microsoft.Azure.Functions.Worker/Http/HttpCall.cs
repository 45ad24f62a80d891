using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker.Invocation;

namespace Microsoft.Azure.Functions.Worker.Http;

internal sealed class HttpCall(HttpFunction function, HttpContext httpContext) : FunctionCall(function)
{
    public HttpContext HttpContext { get; } = httpContext;

    public override IServiceProvider InstanceServices
    {
        get => HttpContext.RequestServices;
        set => HttpContext.RequestServices = value;
    }

    [field: MaybeNull]
    public override BindingContext BindingContext => field ??= new BindingValues(HttpContext.Request.RouteValues);

    protected override IDictionary<object, object> NewItems() =>
        new Dictionary<object, object> { [FunctionContextExtensions.Key] = HttpContext };
}
