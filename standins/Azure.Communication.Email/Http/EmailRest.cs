using System.Text.Json;

namespace Azure.Communication.Email.Http;

/// <summary>https://learn.microsoft.com/rest/api/communication/email/email</summary>
internal sealed class EmailRest(Rest rest)
{
    public async Task<Response<EmailSendResult>> SendAsync(
        EmailMessage email, Guid operationId, CancellationToken cancellationToken)
    {
        using var message = rest.Post("/emails:send", EmailBody.Of(email));
        message.Request.Headers.Add("Operation-Id", operationId.ToString());
        return Result(await rest.SendAsync(message, cancellationToken).ConfigureAwait(false));
    }

    public Response<EmailSendResult> GetResult(string id, CancellationToken cancellationToken)
    {
        using var message = rest.Get(PathOf(id));
        return Result(rest.Send(message, cancellationToken));
    }

    public async Task<Response<EmailSendResult>> GetResultAsync(string id, CancellationToken cancellationToken)
    {
        using var message = rest.Get(PathOf(id));
        return Result(await rest.SendAsync(message, cancellationToken).ConfigureAwait(false));
    }

    private static string PathOf(string id) => $"/emails/operations/{Uri.EscapeDataString(id)}";

    private static Response<EmailSendResult> Result(Response response)
    {
        var root = JsonElement.Parse(response.Content.ToMemory().Span);
        var result = new EmailSendResult(JsonText.Of(root, "id"), root.GetProperty("status").GetString()!);
        return Response.FromValue(result, response);
    }
}
