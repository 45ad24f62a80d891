using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;

namespace OtpFunctions.Tests.Fixtures;

/// <summary>A script of tools/ that runs beside the tests and listens; it ends with the test process, or when disposed.</summary>
public sealed class NodeTool : IAsyncDisposable
{
    private const string ReadyLine = "listening ";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly Process _node;

    private NodeTool(Process node, string address, IReadOnlyList<string> lines)
    {
        _node = node;
        Address = address;
        Lines = lines;
    }

    /// <summary>Where it listens: a URL without a path.</summary>
    public string Address { get; }

    /// <summary>What it printed before it listened.</summary>
    public IReadOnlyList<string> Lines { get; }

    public static Task<NodeTool> StartAsync(string script, params string[] arguments) =>
        ListenAsync(script, Start("node", [Path.Combine(ToolsFolder.Location, script), .. arguments]));

    /// <summary>A script outside of tools/, which ends by a signal, with one variable of the environment.</summary>
    public static Task<NodeTool> StartAsync(string path, (string Name, string Value) variable, params string[] arguments)
    {
        var parent = Path.Combine(AppContext.BaseDirectory, "Fixtures", "with-parent.js");
        return ListenAsync(path, Start("node", [parent, "node", path, .. arguments ?? []], variable));
    }

    /// <summary>The next line that it prints.</summary>
    public async Task<string?> ReadLineAsync() => await _node.StandardOutput.ReadLineAsync().WaitAsync(Patience);

    private static async Task<NodeTool> ListenAsync(string script, Process node)
    {
        // Its input closes when this process ends in any way, and then it ends by itself; this only makes it prompt.
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Kill(node);
        var errors = new ConcurrentQueue<string?>();
        node.ErrorDataReceived += (_, line) => errors.Enqueue(line.Data);
        node.BeginErrorReadLine();

        var lines = new List<string>();
        while (await node.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(ReadyLine, StringComparison.Ordinal))
                return new NodeTool(node, line[ReadyLine.Length..], lines);
            lines.Add(line);
        }

        await node.WaitForExitAsync();
        throw new InvalidOperationException(
            $"{script} did not start (exit code {node.ExitCode}): {string.Join(Environment.NewLine, errors)}");
    }

    /// <summary>A process in the folder tools/, with all its streams redirected.</summary>
    public static Process Start(string program, string[] arguments, params (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = ToolsFolder.Location,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in variables ?? [])
            start.Environment[name] = value;

        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException(
                $"'{program}' could not be started: {missing.Message}. The emulators need Node.js 20 or newer, with "
                + "npm, on the PATH; for another storage set OTP_TEST_STORAGE to its connection string.",
                missing);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _node.StandardInput.Close();
        await _node.WaitForExitAsync();
        _node.Dispose();
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
}
