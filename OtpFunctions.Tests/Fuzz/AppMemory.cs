using System.Globalization;

namespace OtpFunctions.Tests.Fuzz;

/// <summary>How much memory the app holds.</summary>
internal static class AppMemory
{
    /// <summary>Resident MiB of the one child of a process; null where there is no /proc to tell.</summary>
    public static int? OfChildOf(int process)
    {
        var children = $"/proc/{process}/task/{process}/children";
        if (!File.Exists(children))
            return null;

        var child = File.ReadAllText(children).Split(' ')[0];
        var line = File.ReadLines($"/proc/{child}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        // "VmRSS:     1234 kB"
        var words = line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        return int.Parse(words[^2], CultureInfo.InvariantCulture) / 1024;
    }
}
