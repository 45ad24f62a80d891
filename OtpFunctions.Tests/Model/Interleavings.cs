namespace OtpFunctions.Tests.Model;

/// <summary>Every order in which the operations of several actors can be done.</summary>
internal static class Interleavings
{
    /// <summary>Begins the actors anew for each order, on no context that would let anything run elsewhere.</summary>
    /// <param name="playAsync">
    /// Begins them on a scheduler of its own and asks, at each turn, which of so many waiting operations is next.
    /// </param>
    /// <returns>How many orders there are.</returns>
    public static async Task<int> PlayAllAsync(Func<Func<int, int>, Task> playAsync)
    {
        ArgumentNullException.ThrowIfNull(playAsync);
        var before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            return await PlayAsync(playAsync).ConfigureAwait(false);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }

    private static async Task<int> PlayAsync(Func<Func<int, int>, Task> playAsync)
    {
        var path = new List<(int Choice, int Of)>();
        for (var orders = 1; ; orders++)
        {
            var step = 0;
            await playAsync(of =>
            {
                if (step == path.Count)
                    path.Add((0, of));

                return path[step++].Choice;
            }).ConfigureAwait(false);
            while (path.Count > 0 && path[^1].Choice + 1 == path[^1].Of)
                path.RemoveAt(path.Count - 1);

            if (path.Count == 0)
                return orders;

            path[^1] = (path[^1].Choice + 1, path[^1].Of);
        }
    }
}
