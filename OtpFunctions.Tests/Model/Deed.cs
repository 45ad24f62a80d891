namespace OtpFunctions.Tests.Model;

/// <summary>
/// What one call did to its recipient in one go, at some moment between two steps of the run; a call that was told that
/// the storage is out may not have done it.
/// </summary>
/// <param name="Call">The call's number.</param>
/// <param name="Recipient">To whom.</param>
/// <param name="From">The step after which it was done.</param>
/// <param name="To">The step before which it was done.</param>
/// <param name="Times">What the instance's clock showed meanwhile, Unix milliseconds.</param>
/// <param name="IsSure">Whether it was done.</param>
internal abstract record Deed(int Call, int Recipient, int From, int To, IReadOnlyList<long> Times, bool IsSure)
{
    internal sealed record Send(
        int Call, int Recipient, int From, int To, IReadOnlyList<long> Times, bool IsSure,
        int Dialect, int Mailbox, int Most, string? Custom, Seen Seen) : Deed(Call, Recipient, From, To, Times, IsSure);

    internal sealed record GiveBack(
        int Call, int Recipient, int From, int To, IReadOnlyList<long> Times, bool IsSure)
        : Deed(Call, Recipient, From, To, Times, IsSure);

    /// <summary>Right is the answer, or null where there was none.</summary>
    internal sealed record Guess(
        int Call, int Recipient, int From, int To, IReadOnlyList<long> Times, bool IsSure,
        int Dialect, int Mailbox, string Code, bool? Right) : Deed(Call, Recipient, From, To, Times, IsSure);

    internal sealed record Purge(
        int Call, int Recipient, int From, int To, IReadOnlyList<long> Times)
        : Deed(Call, Recipient, From, To, Times, false);
}
