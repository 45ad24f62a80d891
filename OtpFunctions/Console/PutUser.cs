using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using OtpFunctions.Core.Directory;
using OtpFunctions.Http;

namespace OtpFunctions.Console;

/// <summary>PUT /api/console/users/{name}: replaces both addresses of a user, whole.</summary>
/// <param name="users">Keeps it.</param>
public sealed class PutUser(UserDirectory users)
{
    /// <summary>200 with the user; 404; 409 when an address is another user's; 400 names the field.</summary>
    /// <param name="request">
    /// JSON: email, telephone, both or neither: what is left out is taken from the user. countryCode beside a national
    /// telephone. A userName must be the one in the path: users are not renamed.
    /// </param>
    /// <param name="name">The userName, URL-encoded.</param>
    [Function("ConsolePutUser")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "console/users/{name}")] HttpRequest request,
        string name) =>
        ConsoleBody.ReadAsync(request, (fields, cancellation) => AnswerAsync(name, fields, cancellation));

    private async Task<IResult> AnswerAsync(string name, JsonFields fields, CancellationToken cancellation)
    {
        var userName = fields.OptionalText("userName");
        if (!UserAddresses.TryRead(fields, out var addresses, out var refusal))
        {
            return refusal;
        }

        if (userName is not null && userName.Trim() != name.Trim())
        {
            return ConsoleErrors.BadField("userName", "that of the path, or left out: users are not renamed");
        }

        var changed = await users.SetAddressesAsync(name, addresses.Email, addresses.Phone, cancellation);
        return changed.Succeeded ? UserResponses.One(changed.Value) : ConsoleErrors.For(changed.Failure);
    }
}
