using System.Net;
using OtpFunctions.Core;
using OtpFunctions.Core.Directory;
using OtpFunctions.Core.Limits;
using OtpFunctions.Core.Secrecy;
using OtpFunctions.Core.Storage;

namespace OtpFunctions.Tests.Fakes;

/// <summary>One instance's callers and its counts of their networks.</summary>
internal sealed class CallerBench
{
    public const string Permission = "send";
    public const string Network = "203.0.113.7";
    private static readonly SlidingWindow Window = new(100, TimeSpan.FromMinutes(1));

    public CallerBench(IDirectoryStore<Caller> callers, IStateStore<CallTimes> networks, TimeProvider clock)
    {
        var hasher = new KeyHasher(Keys.Pepper);
        var updater = new StateUpdater<CallTimes>(networks, clock);
        var passes = new CallerPasses(updater, callers, hasher);
        Directory = new CallerDirectory(callers, passes, hasher, clock);
        var windows = new CallerWindows(updater, hasher);
        Admission = new CallerAdmission(windows, Directory, passes);
        KeyOf = network => windows.KeyOf("dialect", IPAddress.Parse(network));
    }

    public CallerDirectory Directory { get; }

    public CallerAdmission Admission { get; }

    /// <summary>Of a network's row.</summary>
    public Func<string, string> KeyOf { get; }

    /// <summary>A call; null when it was let in.</summary>
    public Task<Failure?> CallAsync(
        string token, string from = Network, string permission = Permission, SlidingWindow? window = null) =>
        Admission.AdmitAsync("dialect", IPAddress.Parse(from), window ?? Window, token, permission, default);
}
