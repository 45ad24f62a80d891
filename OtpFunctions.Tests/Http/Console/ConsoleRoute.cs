using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace OtpFunctions.Tests.Http.Console;

/// <summary>An HTTP function of the app, as its attributes declare it.</summary>
public sealed record ConsoleRoute(string Function, string Method, string Route)
{
    public static IReadOnlyList<ConsoleRoute> All { get; } = [.. Find()];

    private static IEnumerable<ConsoleRoute> Find() =>
        from type in typeof(OtpFunctions.OnlyId.SendOtp).Assembly.GetTypes()
        from member in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static)
        let function = member.GetCustomAttribute<FunctionAttribute>()
        where function is not null
        from parameter in member.GetParameters()
        let trigger = parameter.GetCustomAttribute<HttpTriggerAttribute>()
        where trigger is not null
        from method in trigger.Methods ?? []
        select new ConsoleRoute(function.Name, method.ToUpperInvariant(), trigger.Route ?? function.Name);
}
