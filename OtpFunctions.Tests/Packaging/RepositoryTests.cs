using System.Text.RegularExpressions;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Packaging;

/// <summary>What is in the repository builds anywhere: no secret, nothing built, no address of one machine or one network.</summary>
public sealed partial class RepositoryTests
{
    [Fact]
    public void Nothing_tracked_is_a_secret_a_build_or_a_choice_of_sources()
    {
        Assert.InRange(Repository.Files.Length, 200, 10_000);
        Assert.DoesNotContain(Repository.Files, file => Unwanted().IsMatch(file));
    }

    [Theory]
    [InlineData("local.settings.json", true)]
    [InlineData("OtpFunctions/local.settings.json", true)]
    [InlineData("local.settings.sample.json", false)]
    [InlineData(".env", true)]
    [InlineData("deploy/.env.production", true)]
    [InlineData("secrets.json", true)]
    [InlineData("certificates/site.pfx", true)]
    [InlineData("site.pem", true)]
    [InlineData("app.PublishSettings", true)]
    [InlineData("OtpFunctions/bin/Debug/a.dll", true)]
    [InlineData("obj/project.assets.json", true)]
    [InlineData("tools/node_modules/a/index.js", true)]
    [InlineData("OtpFunctions/Objects/A.cs", false)]
    [InlineData("NuGet.Config", true)]
    [InlineData("OtpFunctions/nuget.config", true)]
    [InlineData(".npmrc", true)]
    [InlineData(".azure-packages", true)]
    public void What_must_not_be_tracked_is_known(string file, bool isUnwanted) =>
        Assert.Equal(isUnwanted, Unwanted().IsMatch(file));

    [Fact]
    public void No_file_names_a_registry_or_a_place_on_one_machine() => Assert.Empty(Repository.Files.SelectMany(
        file => Foreign().Matches(Repository.Text(file)).Select(match => $"{file}: {match.Value}")));

    [Theory]
    [InlineData("see /ho", "me/someone/project")]
    [InlineData("cd /ro", "ot/project")]
    [InlineData("C:\\Us", "ers\\someone")]
    [InlineData("C:\\\\Us", "ers\\\\someone")]
    [InlineData("https://api.nu", "get.org/v3/x")]
    [InlineData("https://packages.example/v3/ind", "ex.json")]
    [InlineData("\"resolved\": \"https://regi", "stry.npmjs.org/a\"")]
    [InlineData("https://pkgs.dev.az", "ure.com/o/_packaging")]
    [InlineData("npm --regi", "stry=https://packages.example")]
    public void Such_a_name_is_seen(string begin, string end) => Assert.Matches(Foreign(), begin + end);

    [Theory]
    [InlineData("https://learn.microsoft.com/azure/azure-functions")]
    [InlineData("wwwroot/index.html")]
    [InlineData("/api/users/home")]
    [InlineData("the registry of applications")]
    public void Other_text_is_not(string text) => Assert.DoesNotMatch(Foreign(), text);

    [GeneratedRegex(
        @"(^|/)(local\.settings\.json|\.env(\.[^/]*)?|secrets\.json|nuget\.config|\.npmrc|\.azure-packages|id_rsa)\z"
        + @"|\.(pfx|p12|pem|key|snk|publishsettings|user)\z"
        + @"|(^|/)(bin|obj|node_modules|artifacts|TestResults|\.azurite|\.vs|\.idea)/",
        RegexOptions.IgnoreCase)]
    private static partial Regex Unwanted();

    // Each with one letter in brackets, so that this file does not name them either.
    [GeneratedRegex(
        @"(?<![\w.])/hom[e]/|(?<![\w.])/roo[t]/|[A-Z]:\\{1,2}User[s]\b|api\.nuge[t]\.org|/v3/inde[x]\.json"
        + @"|registr[y]\.[a-z]|--registr[y]\b|pkgs\.(dev\.azur[e]|visualstudi[o])\.com|/_packagin[g]/")]
    private static partial Regex Foreign();
}
