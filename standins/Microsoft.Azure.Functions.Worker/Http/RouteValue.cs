using System.Globalization;
using System.Reflection;
using Microsoft.Azure.Functions.Worker.Invocation;

namespace Microsoft.Azure.Functions.Worker.Http;

internal static class RouteValue
{
    private static readonly Dictionary<Type, Func<string, (bool Parsed, object? Value)>> Parsers = new()
    {
        [typeof(string)] = text => (true, text),
        [typeof(int)] = text => (int.TryParse(text, CultureInfo.InvariantCulture, out var value), value),
        [typeof(long)] = text => (long.TryParse(text, CultureInfo.InvariantCulture, out var value), value),
        [typeof(Guid)] = text => (Guid.TryParse(text, out var value), value),
        [typeof(bool)] = text => (bool.TryParse(text, out var value), value),
    };

    public static ArgumentBinder? Binder(ParameterInfo parameter)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        if (!Parsers.TryGetValue(type, out var parse))
            return null;

        var name = parameter.Name!;
        var missing = parameter.HasDefaultValue ? parameter.DefaultValue : null;
        return call =>
        {
            if (((HttpCall)call).HttpContext.Request.RouteValues[name] is not string text)
                return missing;

            var (parsed, value) = parse(text);
            return parsed ? value : throw Unreadable(name, type);
        };
    }

    private static FormatException Unreadable(string name, Type type) =>
        new($"The route's '{name}' cannot be read as {type.Name}; a route constraint would answer 404.");
}
