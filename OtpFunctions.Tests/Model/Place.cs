namespace OtpFunctions.Tests.Model;

/// <summary>An address as it is typed.</summary>
/// <param name="Text">The spelling.</param>
/// <param name="Mailbox">Spellings of one mailbox accept each other's codes.</param>
/// <param name="Recipient">Mailboxes of one recipient share their limits.</param>
internal sealed record Place(string Text, int Mailbox, int Recipient)
{
    public const int Recipients = 2;

    public static IReadOnlyList<Place> All { get; } =
    [
        new("ann.lee@gmail.com", 0, 0),
        new("ann.lee@GMAIL.com", 0, 0),
        new("annlee+x@googlemail.com", 1, 0),
        new("13612345678", 2, 1),
        new("+86 136 1234 5678", 2, 1),
    ];
}
