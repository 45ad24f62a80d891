using OtpFunctions.Core.Codes;

namespace OtpFunctions.Core.Records;

/// <summary>
/// Takes note of what becomes of messages. No call waits, throws or asks the storage: a note may be lost, a code may not
/// (docs/decisions/0012).
/// </summary>
internal interface ISendJournal
{
    /// <summary>A message was handed to its provider, who took it or did not.</summary>
    /// <param name="command">To whom it really went, and what for.</param>
    /// <param name="keys">The hashes of that address.</param>
    /// <param name="code">What went out.</param>
    /// <param name="taken">Whether the provider took it.</param>
    void Sent(IssueCommand command, RecipientKeys keys, LiveCode code, bool taken);

    /// <summary>A live code was judged.</summary>
    /// <param name="command">Whose, and what for.</param>
    /// <param name="code">As it was when it was judged.</param>
    /// <param name="right">Whether what was typed is the code.</param>
    /// <param name="at">When, Unix milliseconds.</param>
    void Judged(VerifyCommand command, LiveCode code, bool right, long at);

    /// <summary>The provider's word on the delivery of a message, which is on its record, has changed.</summary>
    /// <param name="record">The record as it was before.</param>
    /// <param name="delivered">The word now.</param>
    void Reported(MessageRecord record, bool? delivered);
}
