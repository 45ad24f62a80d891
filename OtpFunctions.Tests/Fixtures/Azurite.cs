using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace OtpFunctions.Tests.Fixtures;

/// <summary>
/// The storage the tests run against: one Azurite table service a test process, in memory, started when first asked
/// for. Set OTP_TEST_STORAGE to a connection string to run against another storage instead.
/// </summary>
public sealed class Azurite
{
    /// <summary>The emulator's account, published with it.</summary>
    public const string AccountName = "devstoreaccount1";

    /// <summary>The emulator's key, published with it: no secret.</summary>
    public const string AccountKey =
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private const string ReadyLine = "listening ";
    private const int TurnAttempts = 1500;
    private static readonly TimeSpan TurnDelay = TimeSpan.FromMilliseconds(200);
    private static readonly Lazy<Task<Azurite>> Started = new(StartAsync);

    private Azurite(string connectionString, Uri tableEndpoint)
    {
        ConnectionString = connectionString;
        TableEndpoint = tableEndpoint;
    }

    public string ConnectionString { get; }

    public Uri TableEndpoint { get; }

    public static Task<Azurite> StartedAsync() => Started.Value;

    /// <summary>One more emulator, at this port, until it is disposed.</summary>
    public static async Task<IAsyncDisposable> StartAtAsync(int port)
    {
        var (node, _) = await ListenAsync(await InstalledToolsAsync(), port);
        return new Running(node);
    }

    /// <summary>How an app reaches an emulator at this port of this machine, whether or not one is there.</summary>
    public static string ConnectionStringAt(int port) => ConnectionStringTo($"http://127.0.0.1:{port}");

    /// <summary>How an app reaches the emulator at, or behind, this address.</summary>
    public static string ConnectionStringTo(string address) =>
        $"DefaultEndpointsProtocol=http;TableEndpoint={EndpointAt(address)};"
        + $"AccountName={AccountName};AccountKey={AccountKey}";

    /// <summary>A table name no other test has: tests share the one account.</summary>
    public static string UniqueTableName(string prefix) => prefix + RandomNumberGenerator.GetHexString(16, true);

    /// <summary>The folder tools/, with what its package.json names installed.</summary>
    public static async Task<string> InstalledToolsAsync()
    {
        var tools = ToolsFolder();
        await InstallOnceAsync(tools);
        return tools;
    }

    private static async Task<Azurite> StartAsync()
    {
        if (Environment.GetEnvironmentVariable("OTP_TEST_STORAGE") is { Length: > 0 } given)
            return new Azurite(given, EndpointOf(given));

        var tools = await InstalledToolsAsync();
        var (_, address) = await ListenAsync(tools, 0);
        return new Azurite(ConnectionStringTo(address), new Uri(EndpointAt(address)));
    }

    private static string EndpointAt(string address) => $"{address.TrimEnd('/')}/{AccountName}";

    private static Uri EndpointOf(string connectionString)
    {
        var parts = connectionString.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => part.Split('=', 2))
            .ToDictionary(pair => pair[0], pair => pair[^1], StringComparer.OrdinalIgnoreCase);
        if (parts.TryGetValue("TableEndpoint", out var endpoint)) return new Uri(endpoint);
        if (parts.ContainsKey("UseDevelopmentStorage")) return new Uri($"http://127.0.0.1:10002/{AccountName}");
        var protocol = parts.GetValueOrDefault("DefaultEndpointsProtocol", "https");
        var suffix = parts.GetValueOrDefault("EndpointSuffix", "core.windows.net");
        return new Uri($"{protocol}://{parts["AccountName"]}.table.{suffix}");
    }

    private static string ToolsFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "OtpFunctions.sln")))
                return Path.Combine(folder.FullName, "tools");
        }

        throw new InvalidOperationException(
            $"No folder above {AppContext.BaseDirectory} holds OtpFunctions.sln, so tools/azurite.js cannot be found.");
    }

    private static async Task InstallOnceAsync(string tools)
    {
        // npm writes this file last, so a folder that is still being filled does not look finished.
        var finished = Path.Combine(tools, "node_modules", ".package-lock.json");
        if (File.Exists(finished)) return;

        using var turn = await TurnAsync(tools);
        if (File.Exists(finished)) return;

        var npm = Start(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", ["ci", "--no-audit", "--no-fund"], tools);
        var errors = npm.StandardError.ReadToEndAsync();
        await npm.StandardOutput.ReadToEndAsync();
        await npm.WaitForExitAsync();
        if (npm.ExitCode != 0)
            throw new InvalidOperationException($"npm ci in {tools} ended with {npm.ExitCode}: {await errors}");
    }

    // Other test processes may start in the same moment; they wait here until the first has installed. The lock lies
    // outside the repository, for npm ci empties node_modules and a file elsewhere would show in git status.
    private static async Task<FileStream> TurnAsync(string tools)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(tools)))[..16];
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

    private static async Task<(Process Node, string Address)> ListenAsync(string tools, int port)
    {
        var node = Start("node", [Path.Combine(tools, "azurite.js"), "--port", $"{port}"], tools);
        // Its input closes when this process ends in any way, and then it ends by itself; this only makes it prompt.
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Kill(node);
        var errors = new ConcurrentQueue<string?>();
        node.ErrorDataReceived += (_, line) => errors.Enqueue(line.Data);
        node.BeginErrorReadLine();

        while (await node.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(ReadyLine, StringComparison.Ordinal)) return (node, line[ReadyLine.Length..]);
        }

        await node.WaitForExitAsync();
        throw new InvalidOperationException(
            $"Azurite did not start (exit code {node.ExitCode}): {string.Join(Environment.NewLine, errors)}");
    }

    private static void Kill(Process node)
    {
        try
        {
            node.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended, and was disposed.
        }
    }

    private static Process Start(string program, string[] arguments, string folder)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException(
                $"'{program}' could not be started: {missing.Message}. The storage emulator needs Node.js 20 or newer, "
                + "with npm, on the PATH; or set OTP_TEST_STORAGE to the connection string of another storage.",
                missing);
        }
    }

    private sealed class Running(Process node) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            node.StandardInput.Close();
            await node.WaitForExitAsync();
            node.Dispose();
        }
    }
}
