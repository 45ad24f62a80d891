using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker.Http;
using Microsoft.Azure.Functions.Worker.Invocation;
using Microsoft.Azure.Functions.Worker.Timers;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Azure.Functions.Worker.Discovery;

// From a method with [Function] to a function that can run; what cannot run here is a FunctionFault.
internal sealed class FunctionReader(IConfiguration configuration, string routePrefix)
{
    private static readonly string[] Reserved = ["admin", "runtime"];

    public FunctionEntry Read(MethodInfo method, string name)
    {
        var parameters = method.GetParameters();
        var triggers = parameters.Where(IsTrigger).ToArray();
        if (triggers.Length != 1)
            throw new FunctionFault($"it needs one trigger and has {triggers.Length}.");

        var trigger = triggers[0];
        return trigger.GetCustomAttribute<HttpTriggerAttribute>() is { } http
            ? ReadHttp(method, name, trigger, http)
            : ReadTimer(method, name, trigger);
    }

    private static bool IsTrigger(ParameterInfo parameter) =>
        parameter.IsDefined(typeof(HttpTriggerAttribute)) || parameter.IsDefined(typeof(TimerTriggerAttribute));

    private HttpFunction ReadHttp(MethodInfo method, string name, ParameterInfo trigger, HttpTriggerAttribute http)
    {
        Require(trigger, typeof(HttpRequest));
        var returned = ReturnValues.Awaited(method.ReturnType);
        if (returned != typeof(void) && returned != typeof(object)
            && !returned.IsAssignableTo(typeof(IActionResult)) && !returned.IsAssignableTo(typeof(IResult)))
        {
            throw new FunctionFault($"it returns {returned.Name}; supported are IActionResult and IResult.");
        }

        var route = Route(http.Route is { Length: > 0 } template ? template : name);
        var binders = method.GetParameters()
            .Select(parameter => parameter == trigger
                ? call => ((HttpCall)call).HttpContext.Request
                : Common(parameter) ?? Value(parameter, route) ?? throw Unsupported(parameter))
            .ToArray();
        return new HttpFunction(name, method, trigger, binders, route);
    }

    private TimerFunction ReadTimer(MethodInfo method, string name, ParameterInfo trigger)
    {
        Require(trigger, typeof(TimerInfo));
        if (ReturnValues.Awaited(method.ReturnType) != typeof(void))
            throw new FunctionFault("a timer returns void, Task or ValueTask.");

        var text = Settled(trigger.GetCustomAttribute<TimerTriggerAttribute>()!.Schedule);
        var schedule = TimerSchedule.TryParse(text)
            ?? throw new FunctionFault($"its schedule '{text}' is neither an NCRONTAB expression nor a TimeSpan.");
        var binders = method.GetParameters()
            .Select(parameter => parameter == trigger
                ? call => ((TimerCall)call).Timer
                : Common(parameter) ?? throw Unsupported(parameter))
            .ToArray();
        return new TimerFunction(name, method, trigger, binders, schedule);
    }

    private static ArgumentBinder? Common(ParameterInfo parameter)
    {
        if (parameter.ParameterType == typeof(FunctionContext))
            return call => call;
        if (parameter.ParameterType == typeof(CancellationToken))
            return call => call.CancellationToken;

        return null;
    }

    private static ArgumentBinder? Value(ParameterInfo parameter, RoutePattern route) =>
        route.GetParameter(parameter.Name!) is null ? null : RouteValue.Binder(parameter);

    private RoutePattern Route(string template)
    {
        var trimmed = template.Trim('/');
        if (Reserved.Any(start => trimmed.StartsWith(start, StringComparison.OrdinalIgnoreCase)))
            throw new FunctionFault($"its route '{template}' is reserved: none may begin with admin or runtime.");

        try
        {
            return RoutePatternFactory.Parse($"{routePrefix}/{trimmed}".Trim('/'));
        }
        catch (RoutePatternException exception)
        {
            throw new FunctionFault($"its route '{template}' cannot be read: {exception.Message}");
        }
    }

    private string Settled(string schedule)
    {
        if (schedule.Length < 3 || schedule[0] != '%' || schedule[^1] != '%')
            return schedule;

        var name = schedule[1..^1];
        return configuration[name] ?? configuration[name.Replace("__", ":", StringComparison.Ordinal)]
            ?? throw new FunctionFault($"its schedule is the setting '{name}', which is not set.");
    }

    private static void Require(ParameterInfo trigger, Type type)
    {
        if (trigger.ParameterType != type)
            throw new FunctionFault($"its trigger is a {trigger.ParameterType.Name}; it must be a {type.Name}.");
    }

    private static FunctionFault Unsupported(ParameterInfo parameter) =>
        new($"its parameter '{parameter.Name}' of type {parameter.ParameterType.Name} is not supported.");
}
