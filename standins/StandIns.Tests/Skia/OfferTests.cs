using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using StandIns.Tests.Surface;

namespace StandIns.Tests.Skia;

/// <summary>The list of SkiaSharp has no more than the service calls, and so the stand-in offers all of it.</summary>
public sealed class OfferTests
{
    [Fact]
    public void Everything_in_the_list_is_offered()
    {
        var path = StandInFolder.AssemblyOf("SkiaSharp");
        var reference = SurfaceChecker.PlatformReferences.Single(one => one.Display == path);
        var compilation = CSharpCompilation.Create("offer", references: SurfaceChecker.PlatformReferences);
        var symbol = (IAssemblySymbol)compilation.GetAssemblyOrModuleSymbol(reference)!;
        var offered = OfferedSymbols.Of(symbol.GlobalNamespace).Select(one => one.GetDocumentationCommentId()).ToHashSet();

        var listed = File.ReadLines(StandInFolder.ListOf("SkiaSharp")).Select(line => line.Split(" -> ")[0]);

        Assert.Equal([], listed.Except(offered));
    }
}
