using Microsoft.AspNetCore.Http;
using OtpFunctions.Core.Directory;
using OtpFunctions.Core.Limits;
using OtpFunctions.Http;

namespace OtpFunctions.Fresns;

/// <summary>
/// Everything that is asked before a code is sent, in the original's order; the caller's network is counted beside it
/// and judged first, because what is said here of accounts must not be free (the original says it without limit).
/// </summary>
/// <param name="windows">Counts calls by network.</param>
/// <param name="accounts">Know who is signed in.</param>
/// <param name="finder">Decides by use type.</param>
/// <param name="rules">What is refused whoever asks.</param>
/// <param name="client">Where the network address comes from.</param>
public sealed class FresnsRecipients(
    CallerWindows windows, FresnsAccounts accounts, RecipientFinder finder, FresnsRules rules, ClientOptions client)
{
    private const string Dialect = "fresns";

    internal async Task<(FoundRecipient? Found, FresnsRefusal? Refusal)> FindAsync(
        HttpRequest request, AddressPurpose purpose, VerifyCodeRequest send)
    {
        var counting = windows.AdmitAsync(
            Dialect, ClientAddress.Of(request, client), rules.CallWindow(), request.HttpContext.RequestAborted);
        // What is counted without asking anybody is a flood from one network, which is to cost no storage.
        var finding = counting.IsCompleted ? null : DecideAsync(request, purpose, send);
        if (await counting is { } tooMany)
        {
            finding?.Forget();
            return (null, FresnsErrors.Number(tooMany, send));
        }

        return await (finding ?? DecideAsync(request, purpose, send));
    }

    private async Task<(FoundRecipient? Found, FresnsRefusal? Refusal)> DecideAsync(
        HttpRequest request, AddressPurpose purpose, VerifyCodeRequest send)
    {
        User? signedIn = null;
        if (RecipientFinder.NeedsSession(purpose))
        {
            var session = await accounts.FindAsync(request);
            if (!session.Succeeded)
            {
                return (null, FresnsErrors.Number(session.Failure, send));
            }

            signedIn = session.Value.User;
        }

        if (rules.Refuse(purpose, send) is { } refusal)
        {
            return (null, refusal);
        }

        var found = await finder.FindAsync(
            purpose, send.Channel, send.Address, signedIn, request.HttpContext.RequestAborted);
        return found.Succeeded ? (found.Value, null) : (null, FresnsErrors.Number(found.Failure, send));
    }
}
