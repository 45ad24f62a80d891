namespace OtpFunctions.Tests.Fakes;

/// <summary>Asks again until what happens in the background has happened, or a deadline has passed.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>The first value that is right; at the deadline the last one, so that the test says what is wrong with it.</summary>
    public static async Task<T> GetAsync<T>(Func<Task<T>> ask, Predicate<T> isRight)
    {
        using var deadline = new CancellationTokenSource(Patience);
        for (; ; )
        {
            var value = await ask();
            if (isRight(value) || deadline.IsCancellationRequested)
                return value;

            await Task.Delay(Pause);
        }
    }
}
