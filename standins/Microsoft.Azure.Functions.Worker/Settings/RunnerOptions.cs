using System.Reflection;

namespace Microsoft.Azure.Functions.Worker.Settings;

// What the process decides, named so that a test can decide it.
internal sealed class RunnerOptions
{
    public Func<IEnumerable<Type>> Types { get; init; } = () => Assembly.GetEntryAssembly()!.GetExportedTypes();

    public string WorkingDirectory { get; init; } = Directory.GetCurrentDirectory();

    public string AppDirectory { get; init; } = AppContext.BaseDirectory;

    public TextWriter Output { get; init; } = Console.Out;

    public TextWriter Error { get; init; } = Console.Error;

    public Action<int> SetExitCode { get; init; } = code => Environment.ExitCode = code;
}
