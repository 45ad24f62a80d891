using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http;

/// <summary>
/// xunit shows a fixture that fails while it is disposed under no test. Collections that do not run in parallel run
/// last, when the shared app has ended: this one fails in its place.
/// </summary>
[Collection(Name)]
public sealed class SharedAppEndingTests
{
    private const string Name = "After all others";

    [Fact]
    public void The_shared_app_ended_well_and_printed_no_secret() => Assert.All(SharedApp.Endings, Assert.Null);

    [CollectionDefinition(Name, DisableParallelization = true)]
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Naming", "CA1711", Justification = "xunit calls it so.")]
    public sealed class LastCollection;
}
