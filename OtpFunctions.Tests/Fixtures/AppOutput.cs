using System.Text.RegularExpressions;

namespace OtpFunctions.Tests.Fixtures;

/// <summary>What a process printed so far, both streams, line by line.</summary>
public sealed class AppOutput
{
    private readonly Lock _gate = new();
    private readonly List<string> _lines = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _openStreams = 2;

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_gate)
            {
                return [.. _lines];
            }
        }
    }

    public string Text => string.Join('\n', Lines);

    /// <summary>Takes a line, or null at the end of a stream.</summary>
    public void Add(string? line)
    {
        TaskCompletionSource changed;
        lock (_gate)
        {
            if (line is null)
                _openStreams--;
            else
                _lines.Add(line);

            (changed, _changed) = (_changed, new(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        changed.SetResult();
    }

    /// <summary>The first line that matches, as soon as it is there; null when both streams ended without it.</summary>
    public async Task<Match?> FindAsync(Regex pattern, TimeSpan patience)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        using var deadline = new CancellationTokenSource(patience);
        for (var next = 0; ;)
        {
            Task changed;
            lock (_gate)
            {
                for (; next < _lines.Count; next++)
                {
                    if (pattern.Match(_lines[next]) is { Success: true } match)
                        return match;
                }

                if (_openStreams == 0)
                    return null;

                changed = _changed.Task;
            }

            await changed.WaitAsync(deadline.Token);
        }
    }
}
