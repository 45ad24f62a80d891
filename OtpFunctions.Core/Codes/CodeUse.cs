namespace OtpFunctions.Core.Codes;

/// <summary>What a code is good for: nothing else accepts it. A recipient has one live code a use.</summary>
/// <param name="Dialect">Which API asked; its own windows count its own sends.</param>
/// <param name="Application">Whose code it is, or empty.</param>
/// <param name="Template">What it confirms, or empty.</param>
public sealed record CodeUse(string Dialect, string Application = "", string Template = "")
{
    internal string Key { get; } = $"{Dialect}/{Application}/{Template}";
}
