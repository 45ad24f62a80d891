namespace OtpFunctions.Core;

/// <summary>For reads that are begun before it is known whether they are needed.</summary>
internal static class TaskExtensions
{
    /// <summary>Lets the task end unheard. What it throws concerns nobody but who awaits it all the same.</summary>
    public static void Forget(this Task task) =>
        task.ContinueWith(
            static ended => _ = ended.Exception,
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
}
