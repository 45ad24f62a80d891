using System.Text.RegularExpressions;
using OtpFunctions.Tests.Fakes;

namespace OtpFunctions.Tests.Operations;

/// <summary>Which settings are required, and with what: those that a start without them names.</summary>
internal static partial class Requirements
{
    // What else is required depends on these choices.
    private static readonly (string Choice, string[] Settings)[] Choices =
    [
        ("Acs", ["Otp__Delivery__Email", "Otp__Delivery__Sms"]),
        ("Webhook", ["Otp__Delivery__Email", "Otp__Delivery__Sms"]),
        ("Http", ["Otp__Directory__Kind"]),
    ];

    private static readonly IReadOnlyList<string> Always = StartUp.Faults([]);

    private static readonly (string Choice, IReadOnlyList<string> Faults)[] Chosen =
    [
        .. Choices.Select(choice => (
            choice.Choice,
            StartUp.Faults(choice.Settings.Select(name => KeyValuePair.Create(name, choice.Choice))))),
    ];

    /// <summary>For the table, or null where a setting is not required.</summary>
    public static string? Of(Setting setting)
    {
        if (Said(setting, Always) is { } always)
        {
            return always;
        }

        return Chosen
            .Select(choice => Said(setting, choice.Faults) is { } said ? $"{said} with `{choice.Choice}`" : null)
            .FirstOrDefault(said => said is not null);
    }

    private static string? Said(Setting setting, IEnumerable<string> faults)
    {
        var about = faults.Where(fault => Names(fault, setting)).ToArray();
        var others = about.SelectMany(fault => Path().Matches(fault).Select(match => match.Value))
            .Where(path => path != setting.Path)
            .Select(path => $"`{Setting.NameOf(path)}`")
            .ToArray();
        return about.Length == 0 ? null
            : others.Length == 0 ? "**required**"
            : $"**this** or {string.Join(", ", others)}";
    }

    // Either in words of ours, by its path, or in those of an attribute.
    private static bool Names(string fault, Setting setting) =>
        Path().Matches(fault).Any(match => match.Value == setting.Path)
        || fault.Contains($" {setting.Property.DeclaringType!.Name}.{setting.Property.Name} ", StringComparison.Ordinal);

    [GeneratedRegex(@"\bOtp(:\w+)+")]
    private static partial Regex Path();
}
