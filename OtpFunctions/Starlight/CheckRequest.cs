namespace OtpFunctions.Starlight;

/// <summary>A code someone typed. A class, so that it cannot print it.</summary>
internal sealed class CheckRequest(string userName, string code)
{
    /// <summary>A name, an e-mail address or a phone number.</summary>
    public string UserName { get; } = userName;

    public string Code { get; } = code;
}
