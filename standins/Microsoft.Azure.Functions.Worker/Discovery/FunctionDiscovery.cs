using System.Reflection;
using Microsoft.Azure.Functions.Worker.Hosting;
using Microsoft.Azure.Functions.Worker.Invocation;

namespace Microsoft.Azure.Functions.Worker.Discovery;

internal sealed class FunctionDiscovery(FunctionReader reader)
{
    private readonly List<FunctionEntry> _functions = [];
    private readonly List<string> _failures = [];

    public IReadOnlyList<FunctionEntry> Find(IEnumerable<Type> types)
    {
        foreach (var method in types.SelectMany(Methods))
            Add(method, method.GetCustomAttribute<FunctionAttribute>()!.Name);

        _failures.AddRange(_functions
            .GroupBy(function => function.Name, StringComparer.OrdinalIgnoreCase)
            .Where(same => same.Count() > 1)
            .Select(SameName));

        return _failures.Count == 0 ? _functions : throw new StartException(_failures);
    }

    private static IEnumerable<MethodInfo> Methods(Type type) =>
        type.ContainsGenericParameters || type is { IsAbstract: true, IsSealed: false }
            ? []
            : type.GetMethods().Where(method => method.IsDefined(typeof(FunctionAttribute), inherit: false));

    private static string SameName(IGrouping<string, FunctionEntry> same)
    {
        var methods = string.Join(" and ", same.Select(function => function.EntryPoint));
        return $"Function '{same.Key}': {methods} have the same name (names are unique without case).";
    }

    private void Add(MethodInfo method, string name)
    {
        try
        {
            _functions.Add(reader.Read(method, name));
        }
        catch (FunctionFault fault)
        {
            _failures.Add($"Function '{name}': {fault.Message}");
        }
    }
}
