namespace OtpFunctions.Http;

/// <summary>A field that is missing or has the wrong type.</summary>
/// <param name="Name">Which.</param>
/// <param name="IsMissing">Absent, null or a blank string; else of the wrong type.</param>
/// <param name="Expected">The type it should have.</param>
internal sealed record FieldProblem(string Name, bool IsMissing, JsonType Expected);
