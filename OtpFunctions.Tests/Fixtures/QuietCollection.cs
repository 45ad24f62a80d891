namespace OtpFunctions.Tests.Fixtures;

/// <summary>
/// Tests that run one after the other when all others have ended: a flood leaves the one emulator no time to answer other
/// tests, and a process that is to be killed in the midst of something has but seconds for it.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
[System.Diagnostics.CodeAnalysis.SuppressMessage("Naming", "CA1711", Justification = "xunit calls it so.")]
public sealed class QuietCollection
{
    internal const string Name = "While nobody else is busy";
}
