using System.Security.Cryptography;
using System.Text;

namespace OtpFunctions.Tests.Fixtures;

/// <summary>The folder tools/ of the repository.</summary>
public static class ToolsFolder
{
    private const int TurnAttempts = 1500;
    private static readonly TimeSpan TurnDelay = TimeSpan.FromMilliseconds(200);

    public static string Location { get; } = Find();

    /// <summary>The folder, with what its package.json names installed.</summary>
    public static async Task<string> InstalledAsync()
    {
        // npm writes this file last, so a folder that is still being filled does not look finished.
        var finished = Path.Combine(Location, "node_modules", ".package-lock.json");
        if (File.Exists(finished)) return Location;

        using var turn = await TurnAsync();
        if (!File.Exists(finished)) await InstallAsync();
        return Location;
    }

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "OtpFunctions.sln")))
                return Path.Combine(folder.FullName, "tools");
        }

        throw new InvalidOperationException(
            $"No folder above {AppContext.BaseDirectory} holds OtpFunctions.sln, so the tools cannot be found.");
    }

    private static async Task InstallAsync()
    {
        using var npm = NodeTool.Start(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", ["ci", "--no-audit", "--no-fund"]);
        var errors = npm.StandardError.ReadToEndAsync();
        await npm.StandardOutput.ReadToEndAsync();
        await npm.WaitForExitAsync();
        if (npm.ExitCode != 0)
            throw new InvalidOperationException($"npm ci in {Location} ended with {npm.ExitCode}: {await errors}");
    }

    // Other test processes may start in the same moment; they wait here until the first has installed. The lock lies
    // outside the repository, for npm ci empties node_modules and a file elsewhere would show in git status.
    private static async Task<FileStream> TurnAsync()
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Location)))[..16];
        var path = Path.Combine(Path.GetTempPath(), $"otpfunctions-npm-{name}.lock");
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (attempt < TurnAttempts)
            {
                await Task.Delay(TurnDelay);
            }
        }
    }
}
