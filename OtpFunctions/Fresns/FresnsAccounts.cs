using Microsoft.AspNetCore.Http;
using OtpFunctions.Core;
using OtpFunctions.Core.Directory;
using OtpFunctions.Http;

namespace OtpFunctions.Fresns;

/// <summary>Who is signed in, by the account headers; those of the user within it are checked when they are sent.</summary>
/// <param name="sessions">Know the tokens.</param>
public sealed class FresnsAccounts(SessionDirectory sessions)
{
    /// <summary>The session, or SessionMissing, SessionOfAnother, SessionExpired.</summary>
    internal async Task<Result<Session>> FindAsync(HttpRequest request)
    {
        var account = Header(request, "X-Fresns-Aid");
        var user = Header(request, "X-Fresns-Uid");
        if (account.Length == 0 || Header(request, "X-Fresns-Aid-Token").Length == 0)
        {
            return new Failure(FailureCode.SessionMissing);
        }

        // Read side by side; the account is judged first.
        var asUser = user.Length == 0 ? null : FindAsync(request, "X-Fresns-Uid-Token", SessionKind.User);
        var session = await FindAsync(request, "X-Fresns-Aid-Token", SessionKind.Account);
        if (session.Succeeded && session.Value.UserName != account)
        {
            session = new Failure(FailureCode.SessionOfAnother);
        }

        if (asUser is null || !session.Succeeded)
        {
            asUser?.Forget();
            return session;
        }

        var inner = await asUser;
        return inner.Succeeded && (inner.Value.Uid != user || inner.Value.UserName != account)
            ? new Failure(FailureCode.SessionOfAnother)
            : inner;
    }

    private static string Header(HttpRequest request, string name) => request.Headers[name].ToString();

    private async Task<Result<Session>> FindAsync(HttpRequest request, string header, SessionKind kind)
    {
        var found = await sessions.FindAsync(Header(request, header), request.HttpContext.RequestAborted);
        return found.Succeeded && found.Value.Kind != kind ? new Failure(FailureCode.SessionExpired) : found;
    }
}
