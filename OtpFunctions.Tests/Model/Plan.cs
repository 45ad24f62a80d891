namespace OtpFunctions.Tests.Model;

/// <summary>What is done, in order.</summary>
internal sealed record Plan(IReadOnlyList<Move> Moves)
{
    public override string ToString() => $"\n[\n    {string.Join(",\n    ", Moves)},\n]\n";
}
