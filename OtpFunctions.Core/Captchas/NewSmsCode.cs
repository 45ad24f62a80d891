namespace OtpFunctions.Core.Captchas;

/// <summary>A code that went out by SMS. A class, so that it cannot print it.</summary>
public sealed class NewSmsCode
{
    internal NewSmsCode(string title, string rand) => (Title, Rand) = (title, rand);

    /// <summary>The code: for the caller that compares it, never for a log.</summary>
    public string Title { get; }

    /// <summary>5 letters or digits that go with it.</summary>
    public string Rand { get; }
}
