namespace OtpFunctions.Core.Directory;

/// <summary>
/// The index row of an address: who has it, or is about to. It counts only while that user's row lists the address.
/// </summary>
/// <param name="Id">Another at each claim: who let go of an earlier one cannot take this one away.</param>
/// <param name="Owner">The key of the user's row.</param>
/// <param name="Incarnation">Of that user: one who comes later under the name has no part in it.</param>
/// <param name="ClaimedAt">By the clock of the writer.</param>
internal sealed record AddressClaim(string Id, string Owner, string Incarnation, DateTimeOffset ClaimedAt)
{
    /// <summary>
    /// While the claim is settled, the user exactly as its row stands. Null while a writer is about to change that row,
    /// and after one who died: then the row alone says who the user is.
    /// </summary>
    public User? User { get; init; }

    public bool IsOf(string owner, User user) => Owner == owner && Incarnation == user.Incarnation;
}
