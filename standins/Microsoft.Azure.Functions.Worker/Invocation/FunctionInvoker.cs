using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Azure.Functions.Worker.Invocation;

internal sealed class FunctionInvoker(MethodInfo method, ArgumentBinder[] binders)
{
    private readonly MethodInvoker _method = MethodInvoker.Create(method);
    private readonly ObjectFactory? _factory = method.IsStatic
        ? null
        : ActivatorUtilities.CreateFactory(method.ReflectedType!, Type.EmptyTypes);

    private readonly Func<object?, ValueTask<object?>> _unwrap = ReturnValues.Unwrapper(method.ReturnType);

    public ValueTask<object?> InvokeAsync(FunctionCall call)
    {
        var instance = _factory?.Invoke(call.InstanceServices, null);
        return _unwrap(binders.Length switch
        {
            1 => _method.Invoke(instance, binders[0](call)),
            2 => _method.Invoke(instance, binders[0](call), binders[1](call)),
            3 => _method.Invoke(instance, binders[0](call), binders[1](call), binders[2](call)),
            _ => _method.Invoke(instance, Array.ConvertAll(binders, binder => binder(call)).AsSpan()),
        });
    }
}
