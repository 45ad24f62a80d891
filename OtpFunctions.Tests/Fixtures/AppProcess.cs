using System.Diagnostics;

namespace OtpFunctions.Tests.Fixtures;

/// <summary>
/// The built app as a process of its own, with only the settings it is given. Whatever it printed, and every metric and
/// trace of it, is searched for secrets when it is disposed: those of its settings, and those that were added.
/// </summary>
public sealed class AppProcess : IAsyncDisposable
{
    private static readonly string[] SettingPrefixes =
        ["Otp__", "Otp:", "AZURE_FUNCTIONS_", "ASPNETCORE_", "DOTNET_ENVIRONMENT", "Functions__", "Logging__", "OTEL_"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly Process _process;
    private readonly DirectoryInfo _folder;

    private AppProcess(Process process, DirectoryInfo folder, TelemetrySink telemetry) =>
        (_process, _folder, Telemetry) = (process, folder, telemetry);

    public AppOutput Output { get; } = new();

    /// <summary>Gets its metrics and traces, unless its settings say otherwise; the last ones when it has ended.</summary>
    public TelemetrySink Telemetry { get; }

    /// <summary>Of the process in between, whose one child the app is.</summary>
    public int Id => _process.Id;

    /// <summary>What it may never print.</summary>
    public SecretBook Secrets { get; } = new();

    public static AppProcess Start(IReadOnlyDictionary<string, string?> settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        // An empty folder: a local.settings.json of the developer's own must not be read.
        var folder = System.IO.Directory.CreateTempSubdirectory("otpfunctions-");
        var start = new ProcessStartInfo(
            "node",
            [Path.Combine(AppContext.BaseDirectory, "Fixtures", "with-parent.js"), Dotnet(), AppPath(), "--port", "0"])
        {
            WorkingDirectory = folder.FullName,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(IsSetting).ToArray())
            start.Environment.Remove(name);
        var telemetry = TelemetrySink.New();
        start.Environment[AppSettings.Telemetry] = $"{telemetry.Endpoint}";
        foreach (var (name, value) in settings)
            start.Environment[name] = value;

        var app = new AppProcess(Process.Start(start)!, folder, telemetry);
        foreach (var secret in AppSettings.SecretsOf(settings))
            app.Secrets.Add(secret);

        app._process.OutputDataReceived += (_, line) => app.Output.Add(line.Data);
        app._process.ErrorDataReceived += (_, line) => app.Output.Add(line.Data);
        app._process.BeginOutputReadLine();
        app._process.BeginErrorReadLine();
        return app;
    }

    /// <summary>The exit code of a process that ends by itself.</summary>
    public async Task<int> ExitAsync()
    {
        using var deadline = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(deadline.Token);
        return _process.ExitCode;
    }

    /// <summary>Sends SIGINT, by closing the input of the process in between, and gives the exit code.</summary>
    public Task<int> StopAsync()
    {
        _process.StandardInput.Close();
        return ExitAsync();
    }

    /// <summary>Sends SIGKILL, to the process in between and to the app.</summary>
    public Task<int> KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        return ExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await StopAsync();

        _process.Dispose();
        _folder.Refresh();
        if (_folder.Exists)
            _folder.Delete(recursive: true);

        Secrets.AssertNoneIn(Output.Lines);
        Secrets.AssertNoneIn(Telemetry.Texts);
    }

    private static bool IsSetting(string name) =>
        Array.Exists(SettingPrefixes, prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    private static string Dotnet() => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    // .../OtpFunctions.Tests/bin/Debug/net10.0/ -> .../OtpFunctions/bin/Debug/net10.0/OtpFunctions.dll
    private static string AppPath()
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        var root = here.Parent?.Parent?.Parent?.Parent
            ?? throw new InvalidOperationException($"{here} is no output folder of OtpFunctions.Tests.");
        return Path.Combine(root.FullName, "OtpFunctions", "bin", here.Parent!.Name, here.Name, "OtpFunctions.dll");
    }
}
