using Microsoft.CodeAnalysis;
using OtpFunctions.Core;
using OtpFunctions.Core.Codes;
using OtpFunctions.OnlyId;

namespace OtpFunctions.Tests.Architecture;

/// <summary>What the walls look at is the product, and all of it.</summary>
public sealed class ProductTests
{
    [Fact]
    public void The_source_compiles_without_an_error()
    {
        Assert.Empty(Product.Errors(Product.Core));
        Assert.Empty(Product.Errors(Product.App));
    }

    [Fact]
    public void The_source_declares_what_the_built_assemblies_hold()
    {
        Assert.Empty(DeclaredBy(Product.Core).Except(TypesOf(typeof(Result<>))));
        Assert.Empty(DeclaredBy(Product.App).Except(TypesOf(typeof(SendOtp))));
        Assert.Contains(typeof(CodeIssuer).FullName!, DeclaredBy(Product.Core));
        Assert.Contains(typeof(SendOtp).FullName!, DeclaredBy(Product.App));
    }

    [Fact]
    public void A_plausible_number_of_files_and_names_is_seen()
    {
        Assert.InRange(Product.Written(Product.Core).Count(), 50, 1000);
        Assert.InRange(Product.Written(Product.App).Count(), 30, 1000);
        Assert.InRange(ProductReferences.All.Count, 10_000, int.MaxValue);
        Assert.InRange(ProductReferences.All.Select(reference => reference.Name).Distinct().Count(), 200, int.MaxValue);
        Assert.Equal(
            Product.Written(Product.Core).Concat(Product.Written(Product.App)).Count(),
            ProductReferences.All.Select(reference => reference.File).Distinct().Count());
    }

    [Theory]
    [InlineData("OtpFunctions.Core/Storage/TableFaults.cs", "Azure.Data.Tables.TableClient")]
    [InlineData("OtpFunctions.Core/Storage/TableFaults.cs", "Azure.RequestFailedException")]
    [InlineData("OtpFunctions.Core/Storage/Tables.cs", "Azure.Data.Tables.TableServiceClient")]
    [InlineData("OtpFunctions/OnlyId/SendOtp.cs", "Microsoft.AspNetCore.Http.IResult")]
    [InlineData("OtpFunctions/OnlyId/SendOtp.cs", "Microsoft.Azure.Functions.Worker.FunctionAttribute")]
    [InlineData("OtpFunctions/OnlyId/SendOtp.cs", "OtpFunctions.Core.Codes.CodeIssuer")]
    [InlineData("OtpFunctions/Composition/Settings.cs", "OtpFunctions.OnlyId.OnlyIdOptions")]
    [InlineData("OtpFunctions/Program.cs", "System.TimeProvider")]
    public void What_a_file_names_is_seen(string file, string name) =>
        Assert.Contains(ProductReferences.All, reference => reference.File == file && reference.Name == name);

    private static SortedSet<string> DeclaredBy(Compilation compilation) => [.. Product.Written(compilation)
        .SelectMany(tree => DeclaredTypes.In(compilation, tree))
        .Where(type => type.ContainingType is null)
        .Select(type => $"{type.ContainingNamespace}.{type.MetadataName}")];

    private static SortedSet<string> TypesOf(Type one) => [.. one.Assembly.GetTypes()
        .Where(type => !type.IsNested && !type.Name.StartsWith('<') && type.Namespace is { } space
            && space.StartsWith("OtpFunctions", StringComparison.Ordinal))
        .Select(type => type.FullName!)];
}
