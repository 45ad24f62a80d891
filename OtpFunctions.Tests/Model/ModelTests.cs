using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Model;

/// <summary>The product against a reference that shares nothing with it, over random plans.</summary>
public sealed class ModelTests
{
    [Fact]
    public void Whatever_is_called_in_turn_each_answer_is_the_references() =>
        Explorer.Explore(Plans.Sequences, Soak.Times(2_000, 200_000), Rows.InMemoryAsync);

    [Fact]
    public void However_calls_meet_and_answers_are_lost_some_order_explains_what_is_seen() =>
        Explorer.Explore(Plans.Interleavings, Soak.Times(2_000, 200_000), Rows.InMemoryAsync);

    [Fact]
    public void On_tables_it_is_the_same() => Explorer.Explore(Plans.Interleavings, Soak.Times(15, 1_500), Rows.InTablesAsync);

    [Fact]
    public Task What_once_failed_does_not() => PlayRegressionsAsync(Rows.InMemoryAsync);

    [Fact]
    public Task Nor_does_it_on_tables() => PlayRegressionsAsync(Rows.InTablesAsync);

    private static async Task PlayRegressionsAsync(Func<Task<Rows>> rowsAsync)
    {
        foreach (var plan in Regressions.All)
            await Run.PlayAsync(plan, await rowsAsync());
    }
}
