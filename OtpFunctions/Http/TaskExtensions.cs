namespace OtpFunctions.Http;

/// <summary>For reads that were begun early and turned out not to be needed.</summary>
internal static class TaskExtensions
{
    /// <summary>Lets the task end unheard; what it throws is nobody's concern any more.</summary>
    public static void Forget(this Task task) =>
        task.ContinueWith(
            static ended => _ = ended.Exception,
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
}
