using Microsoft.AspNetCore.Http;

namespace OtpFunctions.Tests.Fixtures;

/// <summary>What the storage answered.</summary>
internal sealed record RelayedAnswer(int Status, IReadOnlyList<(string Name, string[] Values)> Headers, byte[] Body)
{
    /// <summary>Passes it on: all of it, or as many bytes of the body.</summary>
    public async Task WriteAsync(HttpContext context, int? bytes = null)
    {
        WriteHead(context);
        // After a 204 Kestrel takes not even an empty body: it hangs up.
        if (Body.Length > 0)
            await context.Response.Body.WriteAsync(Body.AsMemory(0, bytes ?? Body.Length), context.RequestAborted);
    }

    /// <summary>Status and headers, which promise the whole body.</summary>
    public void WriteHead(HttpContext context)
    {
        context.Response.StatusCode = Status;
        foreach (var (name, values) in Headers)
            context.Response.Headers[name] = values;
    }
}
