using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Operations;

/// <summary>The sections of settings and the options that each is bound to, in the order of Composition/Settings.cs.</summary>
internal static partial class SettingSections
{
    private const string File = "OtpFunctions/Composition/Settings.cs";

    /// <summary>The options that there are validators of.</summary>
    public static IReadOnlyList<Type> Validated { get; } =
    [
        .. typeof(OtpFunctions.Composition.Settings).Assembly.GetTypes()
            .SelectMany(type => type.GetInterfaces())
            .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IValidateOptions<>))
            .Select(type => type.GenericTypeArguments[0])
            .Distinct(),
    ];

    /// <summary>What is bound: the name of a section, and its options.</summary>
    public static IReadOnlyList<(string Section, Type Options)> Bound { get; } =
    [
        .. Binding().Matches(Repository.Text(File)).Select(match => (
            match.Groups["section"].Value,
            Validated.Single(type => type.Name == match.Groups["type"].Value))),
    ];

    public static IReadOnlyList<Setting> Settings { get; } =
        [.. Bound.SelectMany(bound => Setting.Of(bound.Section, bound.Options))];

    [GeneratedRegex("""GetSection\("(?<section>[\w:]+)"\)\.Get<(?<type>\w+)>\(\)""")]
    private static partial Regex Binding();
}
