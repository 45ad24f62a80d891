namespace OtpFunctions.Tests.Model;

/// <summary>Lets one of the operations that wait go on.</summary>
/// <param name="Who">Which: its place among them, counted on from the first again after the last.</param>
/// <param name="Fate">What becomes of it.</param>
internal readonly record struct Turn(int Who, Fate Fate = Fate.Done)
{
    public override string ToString() => Fate == Fate.Done ? $"new({Who})" : $"new({Who}, Fate.{Fate})";
}
