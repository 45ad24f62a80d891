namespace OtpFunctions.Core.Captchas;

/// <summary>A picture captcha as it was made. A class, so that it cannot print its answer.</summary>
public sealed class NewPicture
{
    internal NewPicture(string code, string? name, string rand, ReadOnlyMemory<byte> png) =>
        (Code, Name, Rand, Png) = (code, name, rand, png);

    /// <summary>What the picture shows: for the caller that compares it, never for a log.</summary>
    public string Code { get; }

    /// <summary>What it can be fetched by: 32 lower-case hex digits; null where it cannot.</summary>
    public string? Name { get; }

    /// <summary>5 letters or digits that go with the answer.</summary>
    public string Rand { get; }

    /// <summary>The picture itself.</summary>
    public ReadOnlyMemory<byte> Png { get; }
}
