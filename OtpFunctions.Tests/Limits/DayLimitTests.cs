using System.Globalization;
using OtpFunctions.Core.Limits;

namespace OtpFunctions.Tests.Limits;

public sealed class DayLimitTests
{
    [Theory]
    [InlineData("Asia/Shanghai", "2026-01-05T15:59:59.999Z", 1)] // 23:59:59.999 there
    [InlineData("America/New_York", "2026-03-08T04:59:59.999Z", 1)] // the 23-hour day begins in 1 ms
    [InlineData("America/New_York", "2026-03-08T05:00:00Z", 23 * 3_600_000)] // and lasts 23 hours
    [InlineData("America/New_York", "2026-11-01T04:00:00Z", 25 * 3_600_000)] // the 25-hour day
    [InlineData("America/Havana", "2026-03-07T05:00:00Z", 24 * 3_600_000)] // the next day begins at 01:00
    [InlineData("America/Havana", "2026-11-01T03:59:59.999Z", 1)] // midnight comes twice, the day begins with the first
    public void A_full_day_ends_at_the_next_midnight_of_its_zone(string zone, string now, int waitMilliseconds)
    {
        var wait = Limit(1, zone).WaitFor([At(now)], At(now));

        Assert.Equal(waitMilliseconds, wait?.TotalMilliseconds);
    }

    [Theory]
    [InlineData("2026-01-05T15:59:59.999Z", false)]
    [InlineData("2026-01-05T16:00:00Z", true)]
    public void The_count_begins_anew_at_midnight_of_the_zone_and_not_before(string now, bool fits)
    {
        long[] sends = [At("2026-01-05T03:00:00Z"), At("2026-01-05T15:00:00Z")];

        Assert.Equal(fits, Limit(2, "Asia/Shanghai").WaitFor(sends, At(now)) is null);
    }

    [Fact]
    public void Both_sides_of_the_limit()
    {
        var now = At("2026-01-05T12:00:00Z");

        Assert.Null(Limit(3, "Asia/Shanghai").WaitFor([now, now], now));
        Assert.NotNull(Limit(3, "Asia/Shanghai").WaitFor([now, now, now], now));
    }

    private static DayLimit Limit(int limit, string zone) => new(limit, TimeZoneInfo.FindSystemTimeZoneById(zone));

    private static long At(string time) =>
        DateTimeOffset.Parse(time, CultureInfo.InvariantCulture).ToUnixTimeMilliseconds();
}
