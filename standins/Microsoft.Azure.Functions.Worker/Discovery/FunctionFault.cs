namespace Microsoft.Azure.Functions.Worker.Discovery;

internal sealed class FunctionFault(string message) : Exception(message);
