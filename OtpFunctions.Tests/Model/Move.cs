using OtpFunctions.Core.Delivery;

namespace OtpFunctions.Tests.Model;

/// <summary>One move of a plan. It prints itself as the C# it is made by, to be kept in <see cref="Regressions"/>.</summary>
/// <param name="Act">What it does.</param>
internal sealed record Move(Act Act)
{
    /// <summary>Which instance is asked.</summary>
    public int Instance { get; init; }

    /// <summary>Which of <see cref="Dialect.All"/>.</summary>
    public int Dialect { get; init; }

    /// <summary>Which of <see cref="Place.All"/>.</summary>
    public int Place { get; init; }

    /// <summary>What a guess shows.</summary>
    public Shown Shown { get; init; }

    /// <summary>The wrong try that kills a code, as its send says; 0 is the dialect's own.</summary>
    public int Most { get; init; }

    /// <summary>What the provider answers to a send.</summary>
    public DeliveryOutcome Outcome { get; init; }

    /// <summary>Of Tick and Skew, milliseconds.</summary>
    public long By { get; init; }

    /// <summary>What goes on before the next move.</summary>
    public Turn[] Turns { get; init; } = [];

    /// <summary>Whether the next move begins while this one's call may still run.</summary>
    public bool Overlaps { get; init; }

    public override string ToString()
    {
        List<string> fields = [];
        Add(Instance != 0, $"Instance = {Instance}");
        Add(Dialect != 0, $"Dialect = {Dialect}");
        Add(Place != 0, $"Place = {Place}");
        Add(Shown != Shown.Newest, $"Shown = Shown.{Shown}");
        Add(Most != 0, $"Most = {Most}");
        Add(Outcome != DeliveryOutcome.Accepted, $"Outcome = DeliveryOutcome.{Outcome}");
        Add(By != 0, $"By = {By}");
        Add(Turns.Length > 0, $"Turns = [{string.Join(", ", Turns)}]");
        Add(Overlaps, "Overlaps = true");
        return $"new(Act.{Act})" + (fields.Count == 0 ? "" : $" {{ {string.Join(", ", fields)} }}");

        void Add(bool isSaid, string field)
        {
            if (isSaid)
                fields.Add(field);
        }
    }
}
