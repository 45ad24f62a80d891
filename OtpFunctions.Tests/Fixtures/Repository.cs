using System.Collections.Immutable;
using System.Diagnostics;

namespace OtpFunctions.Tests.Fixtures;

/// <summary>The repository these tests were built from: its folder, its files, their texts. Paths are relative, with '/'.</summary>
internal static class Repository
{
    private static readonly string[] Ignored =
        ["bin", "obj", "node_modules", "artifacts", "TestResults", ".git", ".vs", ".idea", ".azurite"];

    private static readonly Lazy<ImmutableArray<string>> AllFiles = new(FindFiles);

    public static string Root { get; } = FindRoot();

    /// <summary>What git tracks, and what it would track after an add: a fault is seen before it is committed.</summary>
    public static ImmutableArray<string> Files => AllFiles.Value;

    public static IEnumerable<string> CSharp => Files.Where(file => file.EndsWith(".cs", StringComparison.Ordinal));

    public static string PathOf(string file) => Path.Combine(Root, file);

    public static string Text(string file) => File.ReadAllText(PathOf(file));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "OtpFunctions.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds OtpFunctions.sln.");
    }

    private static ImmutableArray<string> FindFiles()
    {
        // A copy without its history has no .git; there the folders that git would ignore are left out by name.
        var files = Path.Exists(PathOf(".git")) ? AskGit() : Walk();
        return [.. files.Where(file => File.Exists(PathOf(file))).Order(StringComparer.Ordinal)];
    }

    private static string[] AskGit()
    {
        var start = new ProcessStartInfo("git")
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
            ArgumentList =
            {
                "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard",
            },
        };
        using var git = Process.Start(start)!;
        var files = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        return git.ExitCode == 0
            ? files.Split('\0', StringSplitOptions.RemoveEmptyEntries)
            : throw new InvalidOperationException($"git ls-files ended with {git.ExitCode}.");
    }

    private static IEnumerable<string> Walk() => System.IO.Directory
        .EnumerateFiles(Root, "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
        .Where(file => !file.Split('/')[..^1].Any(Ignored.Contains));
}
