namespace OtpFunctions.Tests.Model;

/// <summary>What a move does.</summary>
internal enum Act
{
    /// <summary>Asks for a generated code.</summary>
    Send,

    /// <summary>Asks for a code of the caller's own.</summary>
    SendCustom,

    /// <summary>Shows a code.</summary>
    Guess,

    /// <summary>Shows a code that may be that of the first place of the other recipient as well.</summary>
    GuessEither,

    /// <summary>Deletes the recipient's row if nothing in it matters any more.</summary>
    Purge,

    /// <summary>Moves the clocks of all instances.</summary>
    Tick,

    /// <summary>Sets how far one instance's clock is off.</summary>
    Skew,
}
