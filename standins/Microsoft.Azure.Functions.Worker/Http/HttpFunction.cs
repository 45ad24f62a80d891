using System.Reflection;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker.Invocation;

namespace Microsoft.Azure.Functions.Worker.Http;

internal sealed class HttpFunction(
    string name, MethodInfo method, ParameterInfo trigger, ArgumentBinder[] binders, RoutePattern route)
    : FunctionEntry(name, method, trigger, binders)
{
    private readonly HttpTriggerAttribute _attribute = trigger.GetCustomAttribute<HttpTriggerAttribute>()!;

    public RoutePattern Route { get; } = route;

    public AuthorizationLevel AuthLevel => _attribute.AuthLevel;

    // Empty: any method.
    public IReadOnlyList<string> Methods => [.. (_attribute.Methods ?? []).Select(verb => verb.ToUpperInvariant())];

    protected override string TriggerType => "httpTrigger";

    public override string Describe(string baseAddress)
    {
        var methods = Methods.Count == 0 ? string.Empty : $"[{string.Join(',', Methods)}] ";
        return $"{Name}: {methods}{baseAddress}/{Route.RawText}";
    }
}
