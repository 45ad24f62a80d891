namespace OtpFunctions.Core.Codes;

/// <summary>A code that its recipient has, or is about to have.</summary>
public sealed class IssuedCode
{
    internal IssuedCode(string code, LiveCode live, bool sent)
    {
        Code = code;
        Sent = sent;
        MaxFailures = live.MaxFailures;
        CreatedAt = DateTimeOffset.FromUnixTimeMilliseconds(live.CreatedAt);
        ExpiresAt = DateTimeOffset.FromUnixTimeMilliseconds(live.ExpiresAt);
        Live = live;
    }

    /// <summary>The code in clear: for an answer to a caller that may see it, never for a log.</summary>
    public string Code { get; }

    /// <summary>Whether this call sent a message; false when an earlier one still stands.</summary>
    public bool Sent { get; }

    /// <summary>The wrong try that kills it.</summary>
    public int MaxFailures { get; }

    /// <summary>When it was made; a re-used code keeps its first time.</summary>
    public DateTimeOffset CreatedAt { get; }

    /// <summary>The first moment at which it is no longer good.</summary>
    public DateTimeOffset ExpiresAt { get; }

    /// <summary>
    /// The id of the message that carries it, a UUID of version 7: given to the provider, and that of its record. Empty
    /// where an earlier message stands that was sent before messages had ids.
    /// </summary>
    public string MessageId => Live.MessageId ?? "";

    /// <summary>Whether it went to <see cref="CodePolicy.Fallback"/>, now or by the message that still stands.</summary>
    public bool FellBack => Live.FellBack;

    internal LiveCode Live { get; }

    internal IssuedCode AsFellBack() => new(Code, Live with { FellBack = true }, Sent);
}
