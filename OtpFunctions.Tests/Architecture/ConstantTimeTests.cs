using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Architecture;

/// <summary>Whatever decides on a code, a secret or a key compares it in constant time.</summary>
public sealed class ConstantTimeTests
{
    private const string FixedTime = "CryptographicOperations.FixedTimeEquals";

    private static readonly string[] Hasty = ["SequenceEqual", "Equals", "CompareTo", "SequenceCompareTo", "StartsWith"];

    [Theory]
    [InlineData("OtpFunctions.Core/Secrecy/CodeProtector.cs", "Matches")]
    [InlineData("OtpFunctions.Core/Secrecy/KeyHasher.cs", "Matches")]
    [InlineData("OtpFunctions.Core/Captchas/CaptchaHash.cs", "Matches")]
    [InlineData("OtpFunctions/Console/ConsoleGate.cs", "IsKey")]
    public void A_secret_is_compared_in_constant_time(string file, string method) =>
        Assert.Empty(Faults(Repository.Text(file), method));

    [Theory]
    [InlineData("OtpFunctions.Core/Captchas/Work/WorkService.cs", "ReadSigned", "_hasher.Matches")]
    [InlineData("OtpFunctions.Core/Directory/ApplicationDirectory.cs", "IsSecretOf", "_hasher.Matches")]
    [InlineData("OtpFunctions.Core/Secrecy/AccessToken.cs", "IsHashedAs", "hasher.Matches")]
    public void A_keyed_hash_is_compared_by_the_hasher(string file, string method, string patient) =>
        Assert.Empty(Faults(Repository.Text(file), method, patient));

    [Fact]
    public void Nobody_else_compares_hashes_of_secrets() =>
        Assert.Empty(Repository.CSharp
            .Where(file => file.StartsWith("OtpFunctions.Core/Directory/", StringComparison.Ordinal))
            .Where(file => ComparesAHash(Repository.Text(file)))
            .Except(["OtpFunctions.Core/Directory/ApplicationDirectory.cs"])); // Knows its own row again; no caller's word.

    [Theory]
    [InlineData("a.AsSpan().SequenceEqual(b)")]
    [InlineData("a == b")]
    [InlineData("a.Equals(b)")]
    [InlineData("CryptographicOperations.FixedTimeEquals(a, b) || a.SequenceEqual(b)")]
    [InlineData("true")]
    public void A_hasty_comparison_is_reported(string comparison) =>
        Assert.NotEmpty(Faults($"class C {{ bool Matches(byte[] a, byte[] b) => {comparison}; }}", "Matches"));

    [Fact]
    public void A_patient_one_is_not() => Assert.Empty(
        Faults($"class C {{ bool Matches(byte[] a, byte[] b) => a is not null && {FixedTime}(a, b); }}", "Matches"));

    [Theory]
    [InlineData("row.SecretHash == given", true)]
    [InlineData("given.Equals(row.AccountHash)", true)]
    [InlineData("token.IsHashedAs(row.SecretHash, hasher, purpose)", false)]
    public void A_comparison_of_a_hash_is_seen(string expression, bool isSeen) =>
        Assert.Equal(isSeen, ComparesAHash($"class C {{ bool M() => {expression}; }}"));

    private static IEnumerable<string> Faults(string text, string method, string patient = FixedTime)
    {
        var body = CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes()
            .OfType<MethodDeclarationSyntax>()
            .Single(declared => declared.Identifier.Text == method);
        var calls = body.DescendantNodes().OfType<InvocationExpressionSyntax>().Select(call => call.Expression).ToList();
        if (!calls.Exists(call => call.ToString() == patient))
        {
            yield return $"{method} does not call {patient}";
        }

        // A scheme's name is no secret.
        foreach (var call in calls.OfType<MemberAccessExpressionSyntax>()
            .Where(call => Hasty.Contains(call.Name.Identifier.Text) && call.ToString() != "header.Scheme.Equals"))
        {
            yield return $"{method} calls {call}";
        }

        foreach (var comparison in body.DescendantNodes().Where(node => node.IsKind(SyntaxKind.EqualsExpression)))
        {
            yield return $"{method} compares {comparison}";
        }
    }

    private static bool ComparesAHash(string text) => CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes().Any(
        node => (node.IsKind(SyntaxKind.EqualsExpression)
                || (node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax call }
                    && Hasty.Contains(call.Name.Identifier.Text)))
            && node.ToString().Contains("Hash", StringComparison.Ordinal));
}
