using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Faults;

/// <summary>What a call met and how it was answered.</summary>
/// <param name="Answer">The answer; null when the service was killed first.</param>
/// <param name="Verdict">What it says.</param>
/// <param name="MayHaveCommitted">Whether a write may have been done without the service knowing of it.</param>
/// <param name="WasHidden">Whether the storage denied that it has a table: what lies there is then not found.</param>
internal sealed record Aftermath(Answer? Answer, Verdict Verdict, bool MayHaveCommitted, bool WasHidden)
{
    /// <summary>Whether a write of the call may stand that its caller was not told of.</summary>
    public bool IsUnknown => Verdict == Verdict.Unavailable && MayHaveCommitted;

    /// <summary>Whether the service made the fault good: nothing may be lost then.</summary>
    public bool IsHealed { get; init; }

    /// <summary>Messages that went out: the caller was told, or the service was killed after the provider took it.</summary>
    public int Sent { get; init; } = Verdict == Verdict.Accepted ? 1 : 0;

    /// <summary>
    /// After a call with the right code: one success in all; and when the service knows that it judged nothing, the code
    /// is still good.
    /// </summary>
    public async Task AssertOneUseAsync(Func<Task<Verdict>> again)
    {
        var second = await again();
        if (Verdict == Verdict.Accepted)
            Assert.Equal(Verdict.Refused, second);
        else if (!MayHaveCommitted)
            Assert.Equal(Verdict.Accepted, second);
        else
            Assert.NotEqual(Verdict.Unavailable, second);

        Assert.Equal(Verdict.Refused, await again());
    }

    /// <summary>After a call with a wrong code that had one try: judged, it was that try; not judged, the right one is good.</summary>
    public async Task AssertGuessCountedAsync(Func<Task<Verdict>> right)
    {
        Assert.NotEqual(Verdict.Accepted, Verdict);
        var then = await right();
        if (WasHidden || (Verdict == Verdict.Unavailable && !MayHaveCommitted))
            Assert.Equal(Verdict.Accepted, then);
        else if (Verdict == Verdict.Refused)
            Assert.Equal(Verdict.Refused, then);
        else
            Assert.NotEqual(Verdict.Unavailable, then);
    }
}
