using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using OtpFunctions.Core.Directory;
using OtpFunctions.Http;

namespace OtpFunctions.Console;

/// <summary>PUT /api/console/callers/{id}/permissions: replaces what a caller may do, whole.</summary>
/// <param name="callers">Keeps it.</param>
public sealed class PutPermissions(CallerDirectory callers)
{
    /// <summary>200 with the caller as it now is; 404; 400 names the field.</summary>
    /// <param name="request">JSON: permissions, a list of names, which may be empty.</param>
    /// <param name="id">The caller's id.</param>
    [Function("ConsolePutPermissions")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "console/callers/{id}/permissions")]
        HttpRequest request,
        string id) =>
        ConsoleBody.ReadAsync(request, (fields, cancellation) => AnswerAsync(id, fields, cancellation));

    private async Task<IResult> AnswerAsync(string id, JsonFields fields, CancellationToken cancellation)
    {
        if (!Permissions.TryRead(fields, out var permissions, out var refusal))
        {
            return refusal;
        }

        var changed = await callers.SetPermissionsAsync(id, permissions, cancellation);
        return changed.Succeeded ? CallerResponses.One(changed.Value) : ConsoleErrors.For(changed.Failure);
    }
}
