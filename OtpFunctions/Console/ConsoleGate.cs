using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using OtpFunctions.Core.Secrecy;

namespace OtpFunctions.Console;

/// <summary>Stands before every function whose name begins with Console: no bearer key, no console.</summary>
internal sealed class ConsoleGate(SecretOptions secrets) : IFunctionsWorkerMiddleware
{
    // Compared as hashes: of one length, whatever the caller sent.
    private readonly byte[] _key = Hash(secrets.ConsoleKey);

    public static bool Guards(FunctionContext context) =>
        context.FunctionDefinition.Name.StartsWith(ConsoleErrors.Prefix, StringComparison.Ordinal);

    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is { } http && IsKey(http.Request.Headers.Authorization))
        {
            return next(context);
        }

        context.GetInvocationResult().Value = ConsoleErrors.Unauthorized;
        return Task.CompletedTask;
    }

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    private bool IsKey(string? authorization) =>
        AuthenticationHeaderValue.TryParse(authorization, out var header)
        && header.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase)
        && CryptographicOperations.FixedTimeEquals(Hash(header.Parameter ?? ""), _key);
}
