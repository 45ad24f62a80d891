using System.Reflection;

namespace Microsoft.Azure.Functions.Worker.Invocation;

internal static class ReturnValues
{
    // The type of the value once awaited; void where there is none.
    public static Type Awaited(Type type)
    {
        if (type == typeof(Task) || type == typeof(ValueTask))
            return typeof(void);

        return IsGeneric(type, typeof(Task<>)) || IsGeneric(type, typeof(ValueTask<>))
            ? type.GenericTypeArguments[0]
            : type;
    }

    public static Func<object?, ValueTask<object?>> Unwrapper(Type type)
    {
        if (type == typeof(Task))
            return value => FromPlainTask((Task)value!);
        if (type == typeof(ValueTask))
            return value => FromPlainTask(((ValueTask)value!).AsTask());
        if (IsGeneric(type, typeof(Task<>)))
            return Closed(nameof(FromTask), type);
        if (IsGeneric(type, typeof(ValueTask<>)))
            return Closed(nameof(FromValueTask), type);

        return value => new ValueTask<object?>(value);
    }

    private static bool IsGeneric(Type type, Type definition) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == definition;

    private static Func<object?, ValueTask<object?>> Closed(string method, Type task) => typeof(ReturnValues)
        .GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!
        .MakeGenericMethod(task.GenericTypeArguments[0])
        .CreateDelegate<Func<object?, ValueTask<object?>>>();

    private static async ValueTask<object?> FromPlainTask(Task task)
    {
        await task;
        return null;
    }

    private static async ValueTask<object?> FromTask<T>(object? task) => await (Task<T>)task!;

    private static async ValueTask<object?> FromValueTask<T>(object? task) => await (ValueTask<T>)task!;
}
