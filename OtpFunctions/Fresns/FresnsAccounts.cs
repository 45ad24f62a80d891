using Microsoft.AspNetCore.Http;
using OtpFunctions.Core;
using OtpFunctions.Core.Directory;

namespace OtpFunctions.Fresns;

/// <summary>Who is signed in, by the account headers; those of the user within it are checked when they are sent.</summary>
/// <param name="sessions">Know the tokens.</param>
public sealed class FresnsAccounts(SessionDirectory sessions)
{
    private const string Account = "X-Fresns-Aid";
    private const string AccountToken = "X-Fresns-Aid-Token";

    /// <summary>Whether the request says that somebody is signed in.</summary>
    internal static bool IsNamed(HttpRequest request) =>
        Header(request, Account).Length > 0 && Header(request, AccountToken).Length > 0;

    /// <summary>The session of who is named; or SessionOfAnother, SessionExpired.</summary>
    internal async Task<Result<Session>> FindAsync(HttpRequest request)
    {
        var account = Header(request, Account);
        var user = Header(request, "X-Fresns-Uid");
        // Read side by side; the account is judged first.
        var asUser = user.Length == 0 ? null : FindAsync(request, account, "X-Fresns-Uid-Token", SessionKind.User);
        asUser?.Forget();
        var session = await FindAsync(request, account, AccountToken, SessionKind.Account);
        if (session.Succeeded && session.Value.UserName != account)
        {
            return new Failure(FailureCode.SessionOfAnother);
        }

        if (asUser is null || !session.Succeeded)
        {
            return session;
        }

        var inner = await asUser;
        return inner.Succeeded && (inner.Value.Uid != user || inner.Value.UserName != account)
            ? new Failure(FailureCode.SessionOfAnother)
            : inner;
    }

    private static string Header(HttpRequest request, string name) => request.Headers[name].ToString();

    private async Task<Result<Session>> FindAsync(HttpRequest request, string account, string header, SessionKind kind)
    {
        var found = await sessions.FindAsync(Header(request, header), account, request.HttpContext.RequestAborted);
        return found.Succeeded && found.Value.Kind != kind ? new Failure(FailureCode.SessionExpired) : found;
    }
}
