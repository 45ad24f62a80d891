using OtpFunctions.Fresns;
using OtpFunctions.Tests.Fakes;

namespace OtpFunctions.Tests.Fresns;

/// <summary>Of several faults the first in the original's order is told: too often comes before the template.</summary>
public sealed class OrderTests
{
    [Fact]
    public async Task Too_often_comes_before_a_template_that_does_not_exist()
    {
        var bench = await FresnsBench.NewAsync();
        Assert.Equal(new(0), await bench.SendAsync("13612345678"));

        Assert.Equal(33201, (await bench.SendAsync("13612345678", templateId: 9)).Code);
        Assert.Equal(new(33200), await bench.SendAsync("13612345679", templateId: 9));
    }

    [Fact]
    public async Task The_network_comes_first_of_all_that_is_asked_of_the_storage()
    {
        var bench = await FresnsBench.NewAsync(new FresnsOptions { CallsPerMinute = 1 });
        await bench.Directory.CreateAsync("alice", Users.Email("alice@example.com"), null, default);
        Assert.Equal(new(34205), await bench.SendAsync("alice@example.com", useType: 1));

        for (var useType = 1; useType <= 5; useType++)
        {
            Assert.Equal(new(33201, "60"), await bench.SendAsync("alice@example.com", useType, templateId: 9));
            Assert.Equal(new(33201, "60"), await bench.SendAsync("nobody", useType, templateId: 9));
            Assert.Equal(new(33201, "60"), await bench.Another().SendAsync("alice@example.com", useType, templateId: 9));
            Assert.Equal(new(33201, "60"), await bench.Another().SendAsync("nobody", useType, templateId: 9));
        }

        Assert.Empty(bench.Channel.Sent);
    }

    [Theory]
    [InlineData(1, 34205)]
    [InlineData(2, 34301)]
    public async Task Who_is_refused_spends_no_budget_and_leaves_no_row_of_the_recipient(int useType, int refusal)
    {
        var destinations = BudgetBench.Wide();
        destinations.EmailPerDay = 1;
        var bench = await FresnsBench.NewAsync(destinations: destinations);
        await bench.Directory.CreateAsync("alice", Users.Email("alice@example.com"), null, default);
        var to = useType == 1 ? "alice@example.com" : "nobody@example.com";
        for (var call = 0; call < 3; call++)
        {
            Assert.Equal(new(refusal), await bench.SendAsync(to, useType));
        }

        Assert.Equal(new(0), await bench.SendAsync("one@example.com"));
        Assert.Equal(33201, (await bench.SendAsync("two@example.com")).Code);
        Assert.Equal(1, bench.CountRecipients());
    }
}
