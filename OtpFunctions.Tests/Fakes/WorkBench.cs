using System.Security.Cryptography;
using System.Text;
using OtpFunctions.Core;
using OtpFunctions.Core.Captchas.Work;
using OtpFunctions.Core.Secrecy;
using OtpFunctions.Core.Storage;

namespace OtpFunctions.Tests.Fakes;

/// <summary>Challenges of one instance, and a device that solves them, which shares no code with the service.</summary>
internal sealed class WorkBench
{
    /// <summary>The least that may be set, so that tests solve it at once.</summary>
    public const int Easy = 10;

    private readonly WorkService _service;

    public WorkBench(
        IStateStore<UsedWork>? store = null, ManualClock? clock = null, byte[]? pepper = null, int difficulty = Easy)
    {
        Clock = clock ?? new ManualClock();
        Hasher = new KeyHasher(pepper ?? Keys.Pepper);
        _service = new WorkService(
            new StateUpdater<UsedWork>(store ?? Store, Clock), Hasher, new WorkOptions { Difficulty = difficulty }, Clock);
    }

    public ManualClock Clock { get; }

    public KeyHasher Hasher { get; }

    /// <summary>What is asked unless another store was given.</summary>
    public MemoryWorkStore Store { get; } = new();

    /// <summary>A solution with as many leading zero bits, or exactly so many.</summary>
    /// <param name="challenge">Any text.</param>
    /// <param name="bits">How many.</param>
    /// <param name="isExact">Whether one more is too many.</param>
    /// <param name="spell">How the n-th try is spelled.</param>
    public static string Solve(
        string challenge, int bits = Easy, bool isExact = false, Func<int, string>? spell = null) =>
        Enumerable.Range(0, int.MaxValue)
            .Select(spell ?? (number => $"{number:x}"))
            .First(solution => BitsOf(challenge, solution) is var found && (isExact ? found == bits : found >= bits));

    public static int BitsOf(string challenge, string solution)
    {
        var hash = SHA256.HashData(Encoding.ASCII.GetBytes($"{challenge}.{solution}"));
        var digits = string.Concat(hash.Select(part => $"{part:b8}"));
        return digits.Length - digits.TrimStart('0').Length;
    }

    public WorkChallenge Issue() => _service.Issue();

    public Task<Failure?> RedeemAsync(string challenge, string solution) =>
        _service.RedeemAsync(challenge, solution, default);

    /// <summary>Whether it is refused as any wrong answer is, and nothing was asked of storage.</summary>
    public async Task AssertRefusedAsync(string challenge, string solution)
    {
        var before = Store.Calls;
        Assert.Equal(new Failure(FailureCode.CodeRejected), await RedeemAsync(challenge, solution));
        Assert.Equal(before, Store.Calls);
    }
}
