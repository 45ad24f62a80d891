using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using OtpFunctions.Core.Directory;
using OtpFunctions.Http;

namespace OtpFunctions.Console;

/// <summary>POST /api/console/callers: makes a caller and shows its token, once.</summary>
/// <param name="callers">Keeps it.</param>
public sealed class CreateCaller(CallerDirectory callers)
{
    /// <summary>201 with id and token; 400 names the field.</summary>
    /// <param name="request">JSON: name, 1 to 64 characters; permissions, a list of names, which may be empty.</param>
    [Function("ConsoleCreateCaller")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "console/callers")] HttpRequest request) =>
        ConsoleBody.ReadAsync(request, AnswerAsync);

    private async Task<IResult> AnswerAsync(JsonFields fields, CancellationToken cancellation)
    {
        var name = fields.RequiredText("name").Trim();
        if (fields.Problem is { } problem)
        {
            return ConsoleErrors.For(problem);
        }

        if (ConsoleName.Refuse(name) is { } badName)
        {
            return badName;
        }

        return Permissions.TryRead(fields, out var permissions, out var refusal)
            ? CallerResponses.Created(await callers.CreateAsync(name, permissions, cancellation))
            : refusal;
    }
}
