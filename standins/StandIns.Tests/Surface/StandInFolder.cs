namespace StandIns.Tests.Surface;

/// <summary>The folder standins/ of the repository: a project a folder, and the lists in surface/.</summary>
internal static class StandInFolder
{
    private static readonly string Root = Find(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>The names of the projects, tests left out.</summary>
    internal static IEnumerable<string> Projects => Directory.EnumerateDirectories(Root)
        .Select(folder => Path.GetFileName(folder)!)
        .Where(name => File.Exists(Path.Combine(Root, name, $"{name}.csproj")))
        .Where(name => !name.EndsWith(".Tests", StringComparison.Ordinal));

    internal static string ListOf(string project) => Path.Combine(Root, "surface", $"{project}.txt");

    internal static string AssemblyOf(string project) => Path.Combine(AppContext.BaseDirectory, $"{project}.dll");

    private static string Find(DirectoryInfo? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "StandIns.targets")))
            folder = folder.Parent;

        return folder?.FullName ?? throw new DirectoryNotFoundException("The tests lie outside of standins/.");
    }
}
