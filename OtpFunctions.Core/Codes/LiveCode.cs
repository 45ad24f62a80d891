using System.Text.Json.Serialization;

namespace OtpFunctions.Core.Codes;

/// <summary>A code that may still be verified, as it lies in the recipient's row. Times are Unix milliseconds.</summary>
internal sealed record LiveCode
{
    /// <summary>The <see cref="CodeUse.Key"/> it is good for.</summary>
    public required string Use { get; init; }

    /// <summary>The keyed hash of the exact address it went to.</summary>
    public required string BoundTo { get; init; }

    /// <summary>The code, encrypted.</summary>
    public required byte[] Sealed { get; init; }

    public required long CreatedAt { get; init; }

    /// <summary>The first moment at which it is no longer good.</summary>
    public required long ExpiresAt { get; init; }

    public required int MaxFailures { get; init; }

    public int Failures { get; init; }

    /// <summary>The change that made it, or last sent it.</summary>
    public required string Change { get; init; }

    /// <summary>The change that made it, also when it was sent again; null of one made before this was kept.</summary>
    public string? Maker { get; init; }

    /// <summary>The id of the message that last carried it; null of one sent before messages had ids.</summary>
    public string? MessageId { get; init; }

    /// <summary>Whether its message went to the user's e-mail address in place of this phone; rows without it say no.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool FellBack { get; init; }

    /// <summary>A code cannot print itself.</summary>
    public override string ToString() => nameof(LiveCode);
}
