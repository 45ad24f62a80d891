namespace OtpFunctions.Core.Captchas;

/// <summary>How hard a picture is to read, for programs first and people second.</summary>
public enum PictureDifficulty
{
    /// <summary>Two curves, glyphs turned by up to 20 degrees.</summary>
    Low,

    /// <summary>Two curves, glyphs turned by up to 30 degrees.</summary>
    Normal,

    /// <summary>Three curves, glyphs turned by up to 30 degrees, closer together and more uneven.</summary>
    High,
}
