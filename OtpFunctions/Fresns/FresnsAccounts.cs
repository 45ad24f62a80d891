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
    private const string User = "X-Fresns-Uid";
    private const string UserToken = "X-Fresns-Uid-Token";

    /// <summary>Whether the request says that somebody is signed in.</summary>
    internal static bool IsNamed(HttpRequest request) =>
        Header(request, Account).Length > 0 && Header(request, AccountToken).Length > 0;

    /// <summary>The session of who is named; or SessionOfAnother, SessionExpired.</summary>
    internal async Task<Result<Session>> FindAsync(HttpRequest request)
    {
        var (account, user) = (Header(request, Account), Header(request, User));
        var (token, cancellation) = (Header(request, AccountToken), request.HttpContext.RequestAborted);
        if (user.Length == 0)
        {
            return OfAccount(await sessions.FindAsync(token, account, cancellation), account);
        }

        // One request where both are of one session, as they mostly are; the account is judged first.
        var found = await sessions.FindAsync(token, Header(request, UserToken), account, cancellation);
        var session = OfAccount(found.First, account);
        return session.Succeeded ? OfUser(found.Second, account, user) : session;
    }

    private static string Header(HttpRequest request, string name) => request.Headers[name].ToString();

    private static Result<Session> OfAccount(Result<Session> found, string account) =>
        Judge(found, SessionKind.Account, session => session.UserName == account);

    private static Result<Session> OfUser(Result<Session> found, string account, string user) =>
        Judge(found, SessionKind.User, session => session.UserName == account && session.Uid == user);

    private static Result<Session> Judge(Result<Session> found, SessionKind kind, Func<Session, bool> isOwn) =>
        !found.Succeeded ? found
        : found.Value.Kind != kind ? new Failure(FailureCode.SessionExpired)
        : isOwn(found.Value) ? found
        : new Failure(FailureCode.SessionOfAnother);
}
