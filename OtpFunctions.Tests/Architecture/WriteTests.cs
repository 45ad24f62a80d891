using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace OtpFunctions.Tests.Architecture;

/// <summary>Every write to storage is an insert or carries the version it read: nothing is written over unseen.</summary>
public sealed class WriteTests
{
    private static readonly string[] Unconditional = ["UpsertEntity", "UpsertEntityAsync", "UpsertMerge", "UpsertReplace"];

    private static readonly string[] Conditional =
        ["UpdateEntity", "UpdateEntityAsync", "DeleteEntity", "DeleteEntityAsync"];

    // Reports, not guards: what is written there commutes, and no rule reads it.
    private const string Records = "OtpFunctions.Core/Storage/RecordTable.cs";

    [Fact]
    public void The_product_writes_on_condition_only()
    {
        Assert.Empty(Product.Written(Product.Core).SelectMany(tree => Faults(Product.Core, tree)));
        Assert.Empty(Product.Written(Product.App).SelectMany(tree => Faults(Product.App, tree)));
        Assert.Contains(
            Product.Written(Product.Core).SelectMany(tree => OperationsIn(Product.Core, tree)).OfType<IInvocationOperation>(),
            call => Conditional.Contains(call.TargetMethod.Name));
    }

    [Theory]
    [InlineData("table.UpsertEntityAsync(row)")]
    [InlineData("table.UpsertEntity(row, TableUpdateMode.Replace)")]
    [InlineData("(Func<TableEntity, TableUpdateMode, CancellationToken, Task<Response>>)table.UpsertEntityAsync")]
    [InlineData("table.UpdateEntityAsync(row, ETag.All)")]
    [InlineData("table.UpdateEntityAsync(row, default)")]
    [InlineData("table.UpdateEntityAsync(row, new())")]
    [InlineData("table.UpdateEntityAsync(row, new ETag(\"*\"))")]
    [InlineData("table.DeleteEntityAsync(\"p\", \"r\")")]
    [InlineData("table.DeleteEntityAsync(\"p\", \"r\", cancellationToken: default)")]
    [InlineData("table.DeleteEntityAsync(\"p\", \"r\", default(ETag))")]
    [InlineData("table.DeleteEntityAsync(row)")]
    public void A_write_without_a_condition_is_reported(string write) => Assert.NotEmpty(Planted(write));

    [Theory]
    [InlineData("OtpFunctions.Core/Storage/Planted.cs", 1)]
    [InlineData("OtpFunctions.Core/Storage/StateTable.cs", 1)]
    [InlineData(Records, 0)]
    public void Only_records_are_merged_without_one(string file, int faults)
    {
        Assert.Equal(faults, Planted("TableTransactionActionType.UpsertMerge", file).Count());
        Assert.NotEmpty(Planted("TableTransactionActionType.UpsertReplace", file));
    }

    [Theory]
    [InlineData("table.AddEntityAsync(row)")]
    [InlineData("table.UpdateEntityAsync(row, row.ETag)")]
    [InlineData("table.UpdateEntityAsync(row, new ETag(version), TableUpdateMode.Replace)")]
    [InlineData("table.DeleteEntityAsync(\"p\", \"r\", new ETag(version))")]
    public void A_write_on_condition_is_not(string write) => Assert.Empty(Planted(write));

    private static IEnumerable<string> Planted(string write, string file = "OtpFunctions.Core/Storage/Planted.cs")
    {
        var tree = Product.Parse(file, $$"""
            using Azure;
            using Azure.Data.Tables;
            internal static class Planted
            {
                public static object Write(TableClient table, TableEntity row, string version) => {{write}};
            }
            """);
        return Faults(Planting.With(file, tree), tree);
    }

    private static IEnumerable<string> Faults(CSharpCompilation compilation, SyntaxTree tree) =>
        OperationsIn(compilation, tree).Where(IsUnconditional).Where(found => !IsOfRecords(tree, found)).Select(found =>
            $"{tree.FilePath}:{tree.GetLineSpan(found.Syntax.Span).StartLinePosition.Line + 1}: {found.Syntax}");

    private static IEnumerable<IOperation> OperationsIn(CSharpCompilation compilation, SyntaxTree tree)
    {
        var model = compilation.GetSemanticModel(tree);
        return tree.GetRoot().DescendantNodes()
            .Select(node => model.GetOperation(node))
            .OfType<IOperation>()
            .Where(operation => operation.Parent is null)
            .SelectMany(operation => operation.DescendantsAndSelf());
    }

    private static bool IsOfRecords(SyntaxTree tree, IOperation operation) =>
        tree.FilePath == Records && operation is IMemberReferenceOperation { Member.Name: "UpsertMerge" };

    private static bool IsUnconditional(IOperation operation) => operation switch
    {
        IMemberReferenceOperation { Member: var member } => IsOpen(member),
        IInvocationOperation { TargetMethod: var method, Arguments: var arguments } =>
            IsOpen(method) || (Conditional.Contains(method.Name) && IsOfTables(method) && arguments.Any(IsNoVersion)),
        IObjectCreationOperation { Type.Name: "ETag", Arguments: [{ Value.ConstantValue.Value: "*" }] } => true,
        _ => false,
    };

    private static bool IsOpen(ISymbol member) =>
        (IsOfTables(member) && Unconditional.Contains(member.Name)) || member is { Name: "All", ContainingType.Name: "ETag" };

    private static bool IsOfTables(ISymbol member) =>
        member.ContainingNamespace.ToDisplayString().StartsWith("Azure.Data.Tables", StringComparison.Ordinal);

    private static bool IsNoVersion(IArgumentOperation argument) => argument.Parameter?.Type.Name == "ETag"
        && (argument.ArgumentKind == ArgumentKind.DefaultValue
            || WithoutConversion(argument.Value) is IDefaultValueOperation or IObjectCreationOperation { Arguments: [] });

    private static IOperation WithoutConversion(IOperation value) =>
        value is IConversionOperation { IsImplicit: true } conversion ? conversion.Operand : value;
}
