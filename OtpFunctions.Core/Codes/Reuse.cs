namespace OtpFunctions.Core.Codes;

/// <summary>What a send does while an earlier code is still good.</summary>
public readonly record struct Reuse
{
    private Reuse(bool whileValid, TimeSpan within) => (IsWhileValid, Window) = (whileValid, within);

    /// <summary>Always a new code; the earlier one is dead.</summary>
    public static Reuse None => default;

    /// <summary>The earlier code is sent again, its expiry begins anew, its failures stay counted.</summary>
    public static Reuse WhileValid => new(true, default);

    internal bool IsWhileValid { get; }

    internal TimeSpan Window { get; }

    /// <summary>Until this age the earlier code is answered without sending it; later it is replaced.</summary>
    /// <param name="age">Counted from the code's creation.</param>
    public static Reuse Within(TimeSpan age) => new(false, age);
}
