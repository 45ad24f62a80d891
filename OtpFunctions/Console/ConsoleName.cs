using Microsoft.AspNetCore.Http;

namespace OtpFunctions.Console;

/// <summary>What people call an application or a caller.</summary>
internal static class ConsoleName
{
    private const int Longest = 64;

    /// <summary>The answer to a name that cannot be taken, or null.</summary>
    public static IResult? Refuse(string name) => name.Length is 0 or > Longest || name.Any(char.IsControl)
        ? ConsoleErrors.BadField("name", $"1 to {Longest} characters, none of them control characters")
        : null;
}
