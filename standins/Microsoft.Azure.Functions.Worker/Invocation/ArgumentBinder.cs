namespace Microsoft.Azure.Functions.Worker.Invocation;

internal delegate object? ArgumentBinder(FunctionCall call);
