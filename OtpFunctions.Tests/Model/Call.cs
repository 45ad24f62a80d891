using OtpFunctions.Core.Storage;

namespace OtpFunctions.Tests.Model;

/// <summary>One call under way: what it was asked, and all that is seen of it from outside.</summary>
internal abstract class Call(int number, Move move, Clocks clocks)
{
    public int Number => number;

    public Move Move => move;

    public Place Place => Place.All[move.Place];

    protected Clocks Clocks => clocks;

    protected int Began { get; } = clocks.NextStep();

    protected int Ended { get; private set; }

    /// <summary>Whether the caller was told that the storage is out.</summary>
    protected bool IsLost { get; private set; }

    /// <summary>Its course, once begun.</summary>
    public Task Running { get; private set; } = Task.CompletedTask;

    /// <summary>What it did, when it is over.</summary>
    public abstract IEnumerable<Deed> Deeds { get; }

    /// <summary>Goes up to its first storage operation.</summary>
    public void Begin() => Running = RunAsync();

    protected abstract Task AskAsync();

    protected IReadOnlyList<long> Times(int from, int to) => clocks.Between(move.Instance, from, to);

    private async Task RunAsync()
    {
        try
        {
            await AskAsync();
        }
        catch (StorageUnavailableException)
        {
            IsLost = true;
        }

        Ended = clocks.NextStep();
    }
}
