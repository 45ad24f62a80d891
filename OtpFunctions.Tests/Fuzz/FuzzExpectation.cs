namespace OtpFunctions.Tests.Fuzz;

/// <summary>What is known of an answer beyond its shape.</summary>
internal enum FuzzExpectation
{
    /// <summary>Nothing.</summary>
    Any,

    /// <summary>The body is no JSON object.</summary>
    Malformed,

    /// <summary>The body is over the cap.</summary>
    TooLarge,
}
