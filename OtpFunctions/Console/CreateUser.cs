using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using OtpFunctions.Core.Directory;
using OtpFunctions.Http;

namespace OtpFunctions.Console;

/// <summary>POST /api/console/users: makes a user.</summary>
/// <param name="users">Keeps it.</param>
public sealed class CreateUser(UserDirectory users)
{
    /// <summary>201 with the user; 409 when the name or an address is another user's; 400 names the field.</summary>
    /// <param name="request">
    /// JSON: userName; and email, telephone, or both, or neither. countryCode beside a national telephone.
    /// </param>
    [Function("ConsoleCreateUser")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "console/users")] HttpRequest request) =>
        ConsoleBody.ReadAsync(request, AnswerAsync);

    private async Task<IResult> AnswerAsync(JsonFields fields, CancellationToken cancellation)
    {
        var userName = fields.RequiredText("userName");
        if (!UserAddresses.TryRead(fields, out var addresses, out var refusal))
        {
            return refusal;
        }

        if (!UserName.TryParse(userName, out var name))
        {
            return ConsoleErrors.BadField("userName", UserName.Rule);
        }

        var made = await users.CreateAsync(name, addresses.Email, addresses.Phone, cancellation);
        return made.Succeeded ? UserResponses.Created(made.Value) : ConsoleErrors.For(made.Failure);
    }
}
