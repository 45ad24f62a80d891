using System.Globalization;

namespace OtpFunctions.Tests.Fixtures;

/// <summary>The libraries that an app has loaded: a file is mapped into the process that does.</summary>
internal static class MappedFiles
{
    /// <summary>The map of its memory, as Linux tells it: a file a line.</summary>
    public static async Task<string> OfAsync(FunctionApp app)
    {
        var id = app.ProcessId.ToString(CultureInfo.InvariantCulture);
        var child = (await File.ReadAllTextAsync($"/proc/{id}/task/{id}/children")).Trim();
        var maps = await File.ReadAllTextAsync($"/proc/{child}/maps");
        Assert.Contains("OtpFunctions.Core.dll", maps, StringComparison.Ordinal);
        return maps;
    }
}
