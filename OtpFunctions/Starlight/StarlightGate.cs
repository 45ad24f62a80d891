using Microsoft.AspNetCore.Http;
using OtpFunctions.Core;
using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Directory;
using OtpFunctions.Http;

namespace OtpFunctions.Starlight;

/// <summary>
/// What both calls ask first, read side by side and judged in this order: the caller's network (1111), the caller's
/// permission, the user. A caller without permission is answered without waiting for the user, so neither the answer nor
/// its time tells whether there is one.
/// </summary>
/// <param name="callers">Counts calls by network and knows the caller.</param>
/// <param name="users">Know the user.</param>
/// <param name="options">How many calls fit.</param>
/// <param name="client">Where the network address comes from.</param>
public sealed class StarlightGate(
    CallerAdmission callers,
    IUserDirectory users,
    StarlightOptions options,
    ClientOptions client)
{
    private const string Dialect = "starlight";
    private const string TokenHeader = "bihu-token";
    private const string Permission = "send_and_get_verification_code";

    internal async Task<Result<User>> EnterAsync(HttpRequest request, string userName)
    {
        var cancellation = request.HttpContext.RequestAborted;
        var admission = callers.AdmitAsync(
            Dialect,
            ClientAddress.Of(request, client),
            options.CallWindow(),
            request.Headers[TokenHeader].ToString(),
            Permission,
            cancellation);
        if (admission.IsCompletedSuccessfully && await admission is { } known)
        {
            // Nobody had to be asked: a flood from one network costs no storage.
            return known;
        }

        var user = FindAsync(userName, cancellation);
        // Who is refused does not wait for it, and hears nothing of what goes wrong there.
        user.Forget();
        if (await admission is { } refusal)
        {
            return refusal;
        }

        return await user is { } found ? found : new Failure(FailureCode.UserUnknown);
    }

    private Task<User?> FindAsync(string userName, CancellationToken cancellation) =>
        Address.TryParse(userName, out var address)
            ? users.FindByAddressAsync(address, cancellation)
            : users.FindByNameAsync(userName, cancellation);
}
