using OtpFunctions.Core.Limits.Budgets;

namespace OtpFunctions.Tests.Limits.Budgets;

public sealed class RecentlyUsedTests
{
    private readonly RecentlyUsed<int, object> _memory = new(10);

    [Fact]
    public void It_never_keeps_more_than_its_capacity()
    {
        for (var i = 0; i < 1000; i++)
        {
            Get(i);
            Assert.InRange(_memory.Count, 1, 10);
        }
    }

    [Fact]
    public void What_is_used_stays_and_what_is_not_goes()
    {
        var used = Get(-1);
        var unused = Get(-2);
        for (var i = 0; i < 100; i++)
        {
            Get(i);
            Assert.Same(used, Get(-1));
        }

        Assert.NotSame(unused, Get(-2));
    }

    [Fact]
    public void The_last_half_as_many_stay()
    {
        var values = Enumerable.Range(0, 100).Select(Get).ToList();

        for (var i = 95; i < 100; i++)
        {
            Assert.Same(values[i], Get(i));
        }
    }

    private object Get(int key) => _memory.GetOrAdd(key, (_, _) => new object(), 0);
}
