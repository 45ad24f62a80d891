namespace OtpFunctions.Tests.Fixtures;

/// <summary>
/// A message that the communication emulator took. <c>Channel</c> is <c>email</c> or <c>sms</c>; <c>Id</c> is the
/// operation of a mail or the message id of a text message; <c>Options</c> is null for a mail; <c>Attempts</c> counts how
/// often the request came.
/// </summary>
public sealed record AcsMessage(
    string Channel,
    string Id,
    string From,
    IReadOnlyList<string> To,
    string? Subject,
    string? Text,
    string? Html,
    AcsMessageOptions? Options,
    DateTimeOffset At,
    int Attempts);
