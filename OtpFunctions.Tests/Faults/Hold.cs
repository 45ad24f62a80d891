namespace OtpFunctions.Tests.Faults;

/// <summary>A request that gets no answer until whoever asked is gone, or it is let go.</summary>
/// <param name="afterwards">Whether what was asked is done first.</param>
internal sealed class Hold(bool afterwards)
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _letGo = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool IsAfterwards => afterwards;

    /// <summary>Done when such a request is there.</summary>
    public Task Reached => _reached.Task;

    /// <summary>The hold between the service and its storage.</summary>
    public StorageFault Fault => new(
        afterwards ? "held after it was done" : "held before it arrives",
        MayCommit: afterwards,
        Heals: false,
        "",
        async (context, storage) =>
        {
            var answer = afterwards ? await storage.AskAsync(context) : null;
            await WaitAsync(context.RequestAborted);
            await (answer ?? await storage.AskAsync(context)).WriteAsync(context);
        });

    /// <summary>Everything held goes on.</summary>
    public void LetGo() => _letGo.TrySetResult();

    public Task WaitAsync(CancellationToken gone)
    {
        _reached.TrySetResult();
        return _letGo.Task.WaitAsync(gone);
    }
}
