namespace OtpFunctions.Core.Directory;

/// <summary>A caller with the token it was just given: the only time it is seen.</summary>
public sealed class NewCaller
{
    internal NewCaller(Caller caller, string token) => (Caller, Token) = (caller, token);

    /// <summary>Whose it is.</summary>
    public Caller Caller { get; }

    /// <summary>64 lower-case hex digits: the caller's id, then a secret.</summary>
    public string Token { get; }
}
