namespace OtpFunctions.Http;

/// <summary>What is wrong with a body as a whole.</summary>
internal enum BodyProblem
{
    /// <summary>Over <see cref="JsonBody.MaxBytes"/>, or what a list may have: 413.</summary>
    TooLarge,

    /// <summary>Not UTF-8, not JSON, no object (or list) at the top, too deep, or a name twice: 400.</summary>
    Malformed,
}
