using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using OtpFunctions.Core.Directory;
using OtpFunctions.Http;

namespace OtpFunctions.Console;

/// <summary>PUT /api/console/clients/{id}/otp-config: replaces how an application wants its codes, whole.</summary>
/// <param name="applications">Keeps it.</param>
public sealed class PutOtpConfig(ApplicationDirectory applications)
{
    /// <summary>200 with the settings as they now are; 400 names the field and its values; 404.</summary>
    /// <param name="request">
    /// JSON: length 4, 6 or 8; type NUMBER, NUMBER_LETTER_LOWERCASE or NUMBER_LETTER; expireMin and maxFailCount 5, 10 or
    /// 20 each; reuse true or false.
    /// </param>
    /// <param name="id">The clientId.</param>
    [Function("ConsolePutOtpConfig")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "console/clients/{id}/otp-config")] HttpRequest request,
        string id) =>
        ConsoleBody.ReadAsync(request, (fields, cancellation) => AnswerAsync(id, fields, cancellation));

    private async Task<IResult> AnswerAsync(string id, JsonFields fields, CancellationToken cancellation)
    {
        if (!OtpConfig.TryRead(fields, out var settings, out var refusal))
        {
            return refusal;
        }

        var changed = await applications.SetOtpAsync(id, settings, cancellation);
        return changed.Succeeded ? ConsoleResponses.Otp(changed.Value.Otp) : ConsoleErrors.For(changed.Failure);
    }
}
