namespace OtpFunctions.Tests.Http.Telling;

/// <summary>The Mann-Whitney test of two samples: no shape of their distribution is supposed.</summary>
/// <param name="Superiority">How often one of the first is greater than one of the second; ties count half.</param>
/// <param name="Z">How many standard deviations that is from chance.</param>
internal sealed record RankTest(double Superiority, double Z)
{
    public static RankTest Of(IReadOnlyList<double> first, IReadOnlyList<double> second)
    {
        var wins = first.Sum(one => second.Sum(other => one > other ? 1.0 : one == other ? 0.5 : 0));
        var pairs = (double)first.Count * second.Count;
        var deviation = Math.Sqrt(pairs * (first.Count + second.Count + 1) / 12);
        return new RankTest(wins / pairs, (wins - (pairs / 2)) / deviation);
    }

    public static double Quantile(IEnumerable<double> sample, double part)
    {
        var sorted = sample.Order().ToArray();
        return sorted[(int)(part * (sorted.Length - 1))];
    }
}
