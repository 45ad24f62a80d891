using Microsoft.CodeAnalysis;

namespace StandIns.Tests.Surface;

/// <summary>A stand-in can never offer what the real package does not.</summary>
public sealed class SurfaceTests
{
    public static TheoryData<string> StandIns => [.. StandInFolder.Projects];

    [Theory]
    [MemberData(nameof(StandIns))]
    public void A_stand_in_has_a_list_and_is_tested_here(string project)
    {
        Assert.True(File.Exists(StandInFolder.ListOf(project)), $"surface/{project}.txt is missing");
        Assert.True(File.Exists(StandInFolder.AssemblyOf(project)), $"StandIns.Tests does not reference {project}");
    }

    [Theory]
    [MemberData(nameof(StandIns))]
    public void A_stand_in_offers_nothing_that_the_package_does_not(string project)
    {
        var offences = SurfaceChecker.Offences(
            MetadataReference.CreateFromFile(StandInFolder.AssemblyOf(project)),
            SurfaceList.Read(StandInFolder.ListOf(project)));

        Assert.True(offences.Count == 0, string.Join(Environment.NewLine, offences));
    }

    // The lists of the other packages name far more than anybody here calls.
    [Theory]
    [InlineData("Azure.Communication.Email")]
    [InlineData("Azure.Communication.Sms")]
    public void A_small_package_is_stood_in_for_whole(string project) =>
        Assert.Empty(SurfaceChecker.Lacks(
            MetadataReference.CreateFromFile(StandInFolder.AssemblyOf(project)),
            SurfaceList.Read(StandInFolder.ListOf(project))));
}
