using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;

namespace OtpFunctions.Tests.Operations;

/// <summary>A setting: the property of options that it is bound to, and what that is unless set.</summary>
/// <param name="Path">As the service names it: <c>Otp:Limits:SendsPerHour</c>.</param>
/// <param name="Property">What it is bound to.</param>
/// <param name="Value">Of fresh options; null for nothing.</param>
internal sealed record Setting(string Path, PropertyInfo Property, object? Value)
{
    // What a user puts in place of the words in capitals.
    private const string Keys = "__TEMPLATE__LANGUAGE__PART";

    /// <summary>As an app setting: <c>Otp__Limits__SendsPerHour</c>.</summary>
    public string Name => NameOf(Path) + (Value is IDictionary ? Keys : "");

    /// <summary>The name without what a user chooses.</summary>
    public string Stem => NameOf(Path);

    public string Default => Value switch
    {
        null or IDictionary => "",
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(Value, CultureInfo.InvariantCulture)!,
    };

    /// <summary>What can be set.</summary>
    public string Values
    {
        get
        {
            var type = Nullable.GetUnderlyingType(Property.PropertyType) ?? Property.PropertyType;
            return Range is { } range ? $"{range.Minimum} to {range.Maximum}"
                : type == typeof(bool) ? "`true`, `false`"
                : type.IsEnum ? string.Join(", ", Enum.GetNames(type).Select(name => $"`{name}`"))
                : type == typeof(Uri) ? "URL"
                : "text";
        }
    }

    public string Meaning => SettingMeaning.Of(DocComments.Of(Property), Range, Default);

    private RangeAttribute? Range => Property.GetCustomAttribute<RangeAttribute>();

    /// <summary>Every setting of these options and of those in them.</summary>
    public static IEnumerable<Setting> Of(string section, Type options) => Of(section, Activator.CreateInstance(options)!);

    public static string NameOf(string path) => path.Replace(":", "__", StringComparison.Ordinal);

    private static IEnumerable<Setting> Of(string section, object options) => options.GetType()
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.CanWrite || property.GetValue(options) is IDictionary)
        .SelectMany(property => property.GetValue(options) switch
        {
            { } inner when IsOptions(inner) => Of($"{section}:{property.Name}", inner),
            var value => [new Setting($"{section}:{property.Name}", property, value)],
        });

    private static bool IsOptions(object value) => value.GetType().Name.EndsWith("Options", StringComparison.Ordinal);
}
