using System.Net;
using OtpFunctions.Core.Limits;
using OtpFunctions.Core.Storage;

namespace OtpFunctions.Core.Directory;

/// <summary>
/// Lets a caller in: first the calls of its network are counted, then it is asked who calls, side by side. Where the
/// network vouches for the caller (docs/decisions/0022), counting is all there is to ask.
/// </summary>
public sealed class CallerAdmission
{
    private readonly CallerWindows _windows;
    private readonly CallerDirectory _callers;
    private readonly CallerPasses _passes;

    internal CallerAdmission(CallerWindows windows, CallerDirectory callers, CallerPasses passes) =>
        (_windows, _callers, _passes) = (windows, callers, passes);

    /// <summary>Counts a call and judges its caller.</summary>
    /// <param name="dialect">Whose calls are counted together.</param>
    /// <param name="address">The caller's network address.</param>
    /// <param name="window">How many calls of a network fit.</param>
    /// <param name="token">Whatever the caller shows.</param>
    /// <param name="permission">What it must be allowed to do.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>
    /// Null; or CallerTooOften or Contended, and the call is not counted; or CallerUnknown or PermissionMissing. Done at
    /// once when nobody had to be asked: a flood from one network costs no storage.
    /// </returns>
    /// <exception cref="StorageUnavailableException">Whether it was counted is not known.</exception>
    public async Task<Failure?> AdmitAsync(
        string dialect,
        IPAddress address,
        SlidingWindow window,
        string token,
        string permission,
        CancellationToken cancellation)
    {
        var network = _windows.KeyOf(dialect, address);
        var pass = _passes.KeyOf(token, permission);
        var read = await _windows.ReadAsync(network, cancellation);
        var counting = _windows.AdmitAsync(network, read, window, cancellation);
        var asking = counting.IsCompleted || read.State.Vouches(pass)
            ? null
            : _callers.AuthenticateAsync(token, cancellation);
        // Who is refused does not wait for it, and hears nothing of what goes wrong there.
        asking?.Forget();
        var counted = await counting;
        if (!counted.Succeeded || counted.Value.Vouches(pass))
        {
            return counted.Failure;
        }

        // Another has written the row meanwhile, perhaps to withdraw the pass.
        var caller = await (asking ?? _callers.AuthenticateAsync(token, cancellation));
        if (!caller.Succeeded)
        {
            return caller.Failure;
        }

        if (!caller.Value.Value.May(permission))
        {
            return new Failure(FailureCode.PermissionMissing);
        }

        await _passes.GrantAsync(caller.Value, network, pass, cancellation);
        return null;
    }
}
