using Microsoft.AspNetCore.Http;
using OtpFunctions.Core;
using OtpFunctions.Core.Directory;
using OtpFunctions.Core.Limits;
using OtpFunctions.Http;

namespace OtpFunctions.Fresns;

/// <summary>
/// What a send asks first, read side by side and judged in this order: the caller's network (33201), because what is said
/// here of accounts must not be free (the original says it without limit), and who is signed in (31502, 31503).
/// </summary>
/// <param name="windows">Counts calls by network.</param>
/// <param name="accounts">Know who is signed in.</param>
/// <param name="options">How many calls fit.</param>
/// <param name="client">Where the network address comes from.</param>
public sealed class FresnsGate(
    CallerWindows windows, FresnsAccounts accounts, FresnsOptions options, ClientOptions client)
{
    private const string Dialect = "fresns";
    private static readonly Requester Anybody = new(SignedIn: null);

    internal async Task<Result<Requester>> EnterAsync(HttpRequest request, AddressPurpose purpose)
    {
        var counting = windows.AdmitAsync(
            Dialect, ClientAddress.Of(request, client), options.CallWindow(), request.HttpContext.RequestAborted);
        // What is counted without asking anybody is a flood from one network, which is to cost no storage.
        var finding = counting.IsCompleted ? null : FindAsync(request, purpose);
        finding?.Forget();
        if (await counting is { } tooMany)
        {
            return tooMany;
        }

        return await (finding ?? FindAsync(request, purpose));
    }

    private async Task<Result<Requester>> FindAsync(HttpRequest request, AddressPurpose purpose) =>
        RecipientFinder.NeedsSession(purpose) && FresnsAccounts.IsNamed(request)
            ? (await accounts.FindAsync(request)).Select(session => new Requester(session.User))
            : Anybody;
}
