using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Architecture;

/// <summary>A file is short, lies where its namespace says, and holds one type, whose name it has.</summary>
public sealed class SourceFileTests
{
    private const int MostLines = 250;

    // Has no types of its own name: validators without bodies, written by a generator.
    private const string Validators = "OtpFunctions/Composition/Validators.cs";

    // Besides *Responses.cs, what holds its own generated writer: the one answer of a development page.
    private const string ShowOutbox = "OtpFunctions/Development/ShowOutbox.cs";

    [Fact]
    public void No_file_is_longer_than_250_lines()
    {
        Assert.InRange(Repository.CSharp.Count(), 150, 5000);
        Assert.DoesNotContain(Repository.CSharp, file => IsLong(Repository.Text(file)));
    }

    [Theory]
    [InlineData(250, false)]
    [InlineData(251, true)]
    public void A_longer_file_is_reported(int lines, bool isLong) =>
        Assert.Equal(isLong, IsLong(string.Concat(Enumerable.Repeat("// line\n", lines))));

    [Fact]
    public void Every_file_of_the_product_holds_one_type_of_its_own_name() =>
        Assert.Empty(Repository.CSharp.Where(IsProduct).SelectMany(file => TypeFaults(file, Repository.Text(file))));

    [Theory]
    [InlineData("OtpFunctions/Http/A.cs", "class A; class B;")]
    [InlineData("OtpFunctions/Http/A.cs", "class B;")]
    [InlineData("OtpFunctions/Http/A.cs", "namespace X { class A; enum B; }")]
    [InlineData("OtpFunctions/Http/A.cs", "class A; delegate void B();")]
    [InlineData("OtpFunctions/Http/A.cs", "class A; file static class B;")]
    [InlineData("OtpFunctions/Http/A.cs", "class A; class AJson : JsonSerializerContext;")]
    [InlineData("OtpFunctions/Http/AResponses.cs", "class AResponses; class AJson;")]
    [InlineData("OtpFunctions/Composition/Validators.cs", "class StorageOptionsValidator; class Other;")]
    public void Another_type_is_reported(string file, string text) => Assert.NotEmpty(TypeFaults(file, text));

    [Theory]
    [InlineData("OtpFunctions/Http/A.cs", "namespace X; class A { class B; }")]
    [InlineData("OtpFunctions/Http/A.cs", "class A<T>;")]
    [InlineData("OtpFunctions/Http/A.Part.cs", "partial class A;")]
    [InlineData("OtpFunctions/Http/AResponses.cs", "class AResponses; class AJson : JsonSerializerContext;")]
    public void One_type_and_its_company_are_not(string file, string text) => Assert.Empty(TypeFaults(file, text));

    [Fact]
    public void Every_namespace_is_its_folder() =>
        Assert.Empty(Repository.CSharp.Where(IsOurs).SelectMany(file => NamespaceFaults(file, Repository.Text(file))));

    [Theory]
    [InlineData("namespace OtpFunctions.Core.Codes;")]
    [InlineData("namespace OtpFunctions.Http.Deeper;")]
    [InlineData("namespace OtpFunctions.Http { } namespace Other { }")]
    [InlineData("class A;")]
    public void Another_namespace_is_reported(string text) => Assert.NotEmpty(NamespaceFaults("OtpFunctions/Http/A.cs", text));

    private static bool IsOurs(string file) =>
        file.StartsWith("OtpFunctions", StringComparison.Ordinal) && file != "OtpFunctions/Program.cs";

    // A test may have its collection or its data beside it.
    private static bool IsProduct(string file) =>
        IsOurs(file) && !file.StartsWith("OtpFunctions.Tests/", StringComparison.Ordinal);

    private static bool IsLong(string text) => text.Split('\n').Length - (text.EndsWith('\n') ? 1 : 0) > MostLines;

    private static IEnumerable<string> TypeFaults(string file, string text)
    {
        var types = Product.Parse(file, text).GetRoot()
            .DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .OfType<MemberDeclarationSyntax>()
            .Where(node => node is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax)
            .ToList();
        if (file.EndsWith("Responses.cs", StringComparison.Ordinal) || file == ShowOutbox)
        {
            types.RemoveAll(IsJsonContext);
        }

        var names = types.Select(NameOf).ToList();
        var isRight = file == Validators
            ? names.TrueForAll(name => name.EndsWith("Validator", StringComparison.Ordinal))
            : names is [var one] && one == Path.GetFileName(file).Split('.')[0];
        return isRight ? [] : [$"{file} holds {string.Join(", ", names)}"];
    }

    private static string NameOf(MemberDeclarationSyntax type) =>
        type is BaseTypeDeclarationSyntax named ? named.Identifier.Text : ((DelegateDeclarationSyntax)type).Identifier.Text;

    private static bool IsJsonContext(MemberDeclarationSyntax type) =>
        type is ClassDeclarationSyntax { BaseList.Types: [var first] } && first.ToString() == "JsonSerializerContext";

    private static IEnumerable<string> NamespaceFaults(string file, string text)
    {
        var found = Product.Parse(file, text).GetRoot().DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>();
        var expected = Path.GetDirectoryName(file)!.Replace('/', '.').Replace('\\', '.');
        return found.Select(space => space.Name.ToString()).ToArray() is [var one] && one == expected
            ? []
            : [$"{file} should be in the namespace {expected}"];
    }
}
