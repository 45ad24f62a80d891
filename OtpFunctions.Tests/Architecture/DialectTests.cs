using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Architecture;

/// <summary>Every dialect has the same cast of files, and a function is a class, and so a file, of its own.</summary>
public sealed class DialectTests
{
    private const string FunctionAttribute = "Microsoft.Azure.Functions.Worker.FunctionAttribute";

    private static readonly string[] Cast = ["Requests", "Responses", "Errors", "Options"];

    public static TheoryData<string> Dialects => [.. Product.Dialects];

    [Theory]
    [MemberData(nameof(Dialects))]
    public void A_dialect_has_the_whole_cast(string dialect)
    {
        Assert.Empty(Missing(dialect, Repository.CSharp));
        Assert.Contains(FunctionsOf(Product.App), found => found.File.Contains($"/{dialect}/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Requests")]
    [InlineData("Responses")]
    [InlineData("Errors")]
    [InlineData("Options")]
    public void A_missing_member_of_the_cast_is_reported(string role) => Assert.Equal(
        [$"OtpFunctions/OnlyId/OnlyId{role}.cs"],
        Missing("OnlyId", Repository.CSharp.Where(file => !file.EndsWith($"OnlyId{role}.cs", StringComparison.Ordinal))));

    [Fact]
    public void A_class_has_one_function_or_none()
    {
        Assert.InRange(FunctionsOf(Product.App).Count(), 12, int.MaxValue);
        Assert.Empty(Crowded(Product.App));
        Assert.Empty(FunctionsOf(Product.Core));
    }

    [Theory]
    [InlineData("[Function(\"A\")] public void A() { } [Function(\"B\")] public void B() { }")]
    [InlineData("[Function(\"A\")] public void A() { } public sealed class Inner { [Function(\"B\")] public void B() { } }")]
    public void A_second_function_is_reported(string members)
    {
        var planted = Planting.With("OtpFunctions/Planted.cs", Product.Parse(
            "OtpFunctions/OnlyId/Planted.cs",
            $"using Microsoft.Azure.Functions.Worker;\npublic sealed class Planted {{ {members} }}"));

        Assert.Equal("OtpFunctions/OnlyId/Planted.cs", Assert.Single(Crowded(planted)));
    }

    [Fact]
    public void Every_function_is_the_one_type_of_its_file() => Assert.All(
        FunctionsOf(Product.App),
        found => Assert.Equal(Path.GetFileNameWithoutExtension(found.File), found.Function.ContainingType.Name));

    private static IEnumerable<string> Missing(string dialect, IEnumerable<string> files) =>
        Cast.Select(role => $"OtpFunctions/{dialect}/{dialect}{role}.cs").Except(files);

    private static IEnumerable<string> Crowded(CSharpCompilation app) => FunctionsOf(app)
        .GroupBy(found => found.File)
        .Where(file => file.Count() > 1)
        .Select(file => file.Key);

    private static IEnumerable<(string File, IMethodSymbol Function)> FunctionsOf(CSharpCompilation app) =>
        from tree in Product.Written(app)
        from type in DeclaredTypes.In(app, tree)
        from method in type.GetMembers().OfType<IMethodSymbol>()
        where method.GetAttributes().Any(attribute => attribute.AttributeClass?.ToDisplayString() == FunctionAttribute)
        select (tree.FilePath, method);
}
