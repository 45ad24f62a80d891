using System.Collections.Immutable;
using System.Xml.Linq;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Packaging;

/// <summary>What the project files say of packages.</summary>
internal static class ProjectFiles
{
    /// <summary>The packages of the product that a restricted source may lack.</summary>
    public static ImmutableArray<string> Official { get; } =
    [
        "Microsoft.Azure.Functions.Worker",
        "Microsoft.Azure.Functions.Worker.Sdk",
        "Microsoft.Azure.Functions.Worker.Extensions.Http",
        "Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore",
        "Microsoft.Azure.Functions.Worker.Extensions.Timer",
        "Azure.Data.Tables",
        "Azure.Communication.Email",
        "Azure.Communication.Sms",
        "SkiaSharp",
        "SkiaSharp.NativeAssets.Linux.NoDependencies",
    ];

    public static IEnumerable<string> All => Repository.Files.Where(
        file => Path.GetExtension(file) is ".csproj" or ".props" or ".targets");

    public static IEnumerable<string> PackagesOf(string project) =>
        ItemsIn(Repository.Text($"{project}/{project}.csproj"), "PackageReference")
            .Select(item => item.Attribute("Include")!.Value);

    public static IEnumerable<XElement> ItemsIn(string text, string kind) =>
        XDocument.Parse(text).Descendants().Where(element => element.Name.LocalName == kind);
}
