namespace OtpFunctions.Tests.Architecture;

/// <summary>All that the product names, found once.</summary>
internal static class ProductReferences
{
    private static readonly Lazy<IReadOnlyList<Reference>> Found =
        new(() => [.. ReferenceFinder.Find(Product.Core), .. ReferenceFinder.Find(Product.App)]);

    public static IReadOnlyList<Reference> All => Found.Value;
}
