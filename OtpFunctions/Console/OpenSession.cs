using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using OtpFunctions.Core.Directory;
using OtpFunctions.Http;

namespace OtpFunctions.Console;

/// <summary>POST /api/console/users/{name}/sessions: signs a user in and shows the tokens, once.</summary>
/// <param name="sessions">Keeps the session.</param>
public sealed class OpenSession(SessionDirectory sessions)
{
    private const int LongestUid = 64;
    private const int UsualMinutes = 1440;
    private const int MostMinutes = 525_600;

    /// <summary>201 with id, aid, aidToken, expireDate, and uid with uidToken if given; 404; 400 names the field.</summary>
    /// <param name="request">JSON: uid, or none; expireMin 1 to 525600, 1440 unless given.</param>
    /// <param name="name">The userName, URL-encoded.</param>
    [Function("ConsoleOpenSession")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "console/users/{name}/sessions")]
        HttpRequest request,
        string name) =>
        ConsoleBody.ReadAsync(request, (fields, cancellation) => AnswerAsync(name, fields, cancellation));

    private async Task<IResult> AnswerAsync(string name, JsonFields fields, CancellationToken cancellation)
    {
        var uid = fields.OptionalText("uid");
        var minutes = fields.OptionalInteger("expireMin") ?? UsualMinutes;
        if (fields.Problem is { } problem)
        {
            return ConsoleErrors.For(problem);
        }

        if (Check(uid, minutes) is { } refusal)
        {
            return refusal;
        }

        var opened = await sessions.OpenAsync(name, uid, TimeSpan.FromMinutes(minutes), cancellation);
        return opened.Succeeded ? UserResponses.Opened(opened.Value) : ConsoleErrors.For(opened.Failure);
    }

    // A uid comes back in a header.
    private static IResult? Check(string? uid, int minutes) =>
        uid is not null && (uid.Length is 0 or > LongestUid || !uid.All(character => character is > ' ' and <= '~'))
            ? ConsoleErrors.BadField("uid", $"1 to {LongestUid} printable ASCII characters, none of them blank")
        : minutes is < 1 or > MostMinutes ? ConsoleErrors.BadField("expireMin", $"1 to {MostMinutes}")
        : null;
}
