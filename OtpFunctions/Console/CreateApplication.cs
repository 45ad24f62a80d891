using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using OtpFunctions.Core.Directory;
using OtpFunctions.Http;

namespace OtpFunctions.Console;

/// <summary>POST /api/console/clients: makes an application and shows its secret, once.</summary>
/// <param name="applications">Keeps it.</param>
public sealed class CreateApplication(ApplicationDirectory applications)
{
    private const int ShortestSecret = 32;
    private const int LongestSecret = 128;

    /// <summary>201 with clientId and clientSecret; 409 when a given clientId is taken.</summary>
    /// <param name="request">
    /// JSON: name; and, to keep an id and secret that clients already hold, both clientId and clientSecret.
    /// </param>
    [Function("ConsoleCreateApplication")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "console/clients")] HttpRequest request) =>
        ConsoleBody.ReadAsync(request, AnswerAsync);

    private async Task<IResult> AnswerAsync(JsonFields fields, CancellationToken cancellation)
    {
        var name = fields.RequiredText("name").Trim();
        var clientId = fields.OptionalText("clientId");
        var secret = fields.OptionalText("clientSecret");
        if (fields.Problem is { } problem)
        {
            return ConsoleErrors.For(problem);
        }

        if (Check(name, clientId, secret) is { } refusal)
        {
            return refusal;
        }

        var made = await applications.CreateAsync(name, clientId, secret, cancellation);
        return made is null ? ConsoleErrors.Taken("clientId is in use.") : ConsoleResponses.Created(made);
    }

    private static IResult? Check(string name, string? clientId, string? secret)
    {
        if (ConsoleName.Refuse(name) is { } refusal)
        {
            return refusal;
        }

        if (clientId is null != secret is null)
        {
            return ConsoleErrors.BadField(clientId is null ? "clientId" : "clientSecret", "given too: both or neither");
        }

        if (clientId is not null && !ApplicationDirectory.IsClientId(clientId))
        {
            return ConsoleErrors.BadField("clientId", "32 lower-case hexadecimal digits");
        }

        return secret is null
            || (secret.Length is >= ShortestSecret and <= LongestSecret && secret.All(char.IsAsciiLetterOrDigit))
            ? null
            : ConsoleErrors.BadField("clientSecret", $"{ShortestSecret} to {LongestSecret} ASCII letters or digits");
    }
}
