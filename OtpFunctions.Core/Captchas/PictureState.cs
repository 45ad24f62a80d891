namespace OtpFunctions.Core.Captchas;

/// <summary>A picture that waits for its one answer. Immutable; times are Unix milliseconds.</summary>
internal sealed record PictureState : ICaptchaState
{
    public static PictureState None { get; } = new();

    /// <summary>The text in lower case, encrypted; empty once it was tried, and where nothing was written.</summary>
    public byte[] Answer { get; init; } = [];

    /// <summary>The PNG, encrypted under its name; empty where it has none.</summary>
    public byte[] Image { get; init; } = [];

    /// <summary>The first moment at which it is neither shown nor judged.</summary>
    public long ExpiresAt { get; init; }

    public bool IsOpen(long now) => Answer.Length > 0 && now < ExpiresAt;

    /// <summary>This picture after its one try, right or wrong.</summary>
    public PictureState Spend() => new() { ExpiresAt = ExpiresAt };
}
