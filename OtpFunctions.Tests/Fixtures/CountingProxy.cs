using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OtpFunctions.Tests.Fixtures;

/// <summary>Stands before the storage, passes everything on, and counts it.</summary>
public sealed class CountingProxy : IAsyncDisposable
{
    private static readonly TimeSpan LongestHold = TimeSpan.FromSeconds(3);
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly TaskCompletionSource _recorded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _transactions;
    private readonly StorageRelay _storage;
    private readonly WebApplication _server;
    private Func<string, Task?>? _holds;

    private CountingProxy(WebApplication server, StorageRelay storage) => (_server, _storage) = (server, storage);

    public string Address => _server.Urls.Single();

    public static async Task<CountingProxy> StartAsync(Uri storage)
    {
        ArgumentNullException.ThrowIfNull(storage);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var proxy = new CountingProxy(builder.Build(), new StorageRelay(storage));
        proxy._server.Run(proxy.ForwardAsync);
        await proxy._server.StartAsync();
        return proxy;
    }

    /// <summary>
    /// How many transactions were asked for. Only the writer of records makes any, in the background: they are counted
    /// here and nowhere else.
    /// </summary>
    public int Transactions => Volatile.Read(ref _transactions);

    /// <summary>Done when the first of them has succeeded.</summary>
    public Task Recorded => _recorded.Task;

    /// <summary>What was asked while <paramref name="call"/> ran: "GET applications", "PUT recipients"...</summary>
    public async Task<IReadOnlyList<string>> CountAsync(Func<Task> call) =>
        [.. (await RecordAsync(call)).Order(StringComparer.Ordinal)];

    /// <summary>The same, in the order in which it was asked.</summary>
    public async Task<IReadOnlyList<string>> RecordAsync(Func<Task> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        _requests.Clear();
        await call();
        return [.. _requests];
    }

    /// <summary>Holds GETs until two are there, or a timeout has passed; true when two were there at once.</summary>
    public async Task<bool> OverlapAsync(Func<Task> call)
    {
        var meeting = new Meeting(2);
        await HoldAsync(call, asked => asked.StartsWith("GET ", StringComparison.Ordinal) ? meeting.ArriveAsync(asked) : null);
        return meeting.Happened;
    }

    /// <summary>Holds the first of each of these until all of them are there; true when they were there at once.</summary>
    public async Task<bool> OverlapAsync(Func<Task> call, params string[] requests)
    {
        var meeting = new Meeting(requests.Length);
        await HoldAsync(call, asked => requests.Contains(asked) ? meeting.ArriveAsync(asked) : null);
        return meeting.Happened;
    }

    /// <summary>Holds a request until the call is done, or a timeout has passed; false when the call did not wait for it.</summary>
    public async Task<bool> WaitsForAsync(Func<Task> call, string request)
    {
        ArgumentNullException.ThrowIfNull(call);
        var asked = new TaskCompletionSource();
        var ended = new TaskCompletionSource();
        var waited = false;
        await HoldAsync(
            async () =>
            {
                await call();
                ended.SetResult();
                // A call that never asks proves nothing.
                await asked.Task.WaitAsync(LongestHold);
            },
            name => name == request ? HeldAsync() : null);
        return waited;

        async Task HeldAsync()
        {
            asked.TrySetResult();
            waited |= await Task.WhenAny(ended.Task, Task.Delay(LongestHold)) != ended.Task;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _storage.Dispose();
    }

    private async Task ForwardAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.Path.Value!.EndsWith("/$batch", StringComparison.Ordinal))
        {
            Interlocked.Increment(ref _transactions);
            // The failure of a transaction stands in an answer that says 202.
            var answer = await PassAsync(context);
            if (!answer.Contains("odata.error", StringComparison.Ordinal))
                _recorded.TrySetResult();

            return;
        }

        if (StorageRelay.IsPurge(request))
        {
            await PassAsync(context);
            return;
        }

        var asked = StorageRelay.NameOf(request);
        _requests.Enqueue(asked);
        if (_holds?.Invoke(asked) is { } held)
            await held;

        await PassAsync(context);
    }

    private async Task<string> PassAsync(HttpContext context)
    {
        var answer = await _storage.AskAsync(context);
        await answer.WriteAsync(context);
        return Encoding.UTF8.GetString(answer.Body);
    }

    private async Task HoldAsync(Func<Task> call, Func<string, Task?> holds)
    {
        _holds = holds;
        try
        {
            await call();
        }
        finally
        {
            _holds = null;
        }
    }

    private sealed class Meeting(int size)
    {
        private readonly TaskCompletionSource _all = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly Lock _gate = new();
        private readonly List<string> _here = [];

        public bool Happened => _all.Task.IsCompleted;

        public async Task ArriveAsync(string who)
        {
            lock (_gate)
            {
                _here.Add(who);
                if (_here.Count == size)
                    _all.TrySetResult();
            }

            await Task.WhenAny(_all.Task, Task.Delay(LongestHold));
            lock (_gate)
                _here.Remove(who);
        }
    }
}
