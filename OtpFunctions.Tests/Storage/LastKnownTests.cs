using OtpFunctions.Core.Limits;
using OtpFunctions.Core.Storage;
using OtpFunctions.Tests.Fakes;

namespace OtpFunctions.Tests.Storage;

public sealed class LastKnownTests
{
    private const string Key = "row";
    private readonly ManualClock _clock = new();
    private readonly LastKnown<CallTimes> _known;

    public LastKnownTests() => _known = new(100, calls => calls.PurgeAfter, _clock);

    [Fact]
    public void A_row_nobody_has_read_is_not_known() => Assert.Null(_known.Recall(Key));

    [Fact]
    public void What_was_read_is_known_and_then_what_was_written()
    {
        _known.Seen(Key, Version("1"));
        Assert.Equal("1", _known.Recall(Key)?.Version);

        _known.Wrote(Key, Version("2"));
        Assert.Equal("2", _known.Recall(Key)?.Version);
        Assert.Null(_known.Recall("another row"));
    }

    [Fact]
    public void A_row_that_is_not_there_is_read_again()
    {
        _known.Seen(Key, new Versioned<CallTimes>(CallTimes.None, null, []));

        Assert.Null(_known.Recall(Key));
    }

    [Fact]
    public void After_a_lost_write_a_row_is_read_until_it_is_found_as_it_was_left()
    {
        _known.Seen(Key, Version("1"));
        _known.Lost(Key);
        Assert.Null(_known.Recall(Key));

        _known.Seen(Key, Version("2"));
        _known.Wrote(Key, Version("3"));
        Assert.Null(_known.Recall(Key));

        _known.Seen(Key, Version("4"));
        _known.Wrote(Key, Version("5"));
        Assert.Null(_known.Recall(Key));

        _known.Seen(Key, Version("5"));
        Assert.Equal("5", _known.Recall(Key)?.Version);
    }

    [Fact]
    public void A_row_that_may_have_been_purged_is_read_again()
    {
        _known.Wrote(Key, Version("1"));
        _clock.Advance(TimeSpan.FromSeconds(59.999));
        Assert.NotNull(_known.Recall(Key));

        _clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Null(_known.Recall(Key));
    }

    private Versioned<CallTimes> Version(string version) => new(
        new CallTimes { PurgeAfter = _clock.GetUtcNow().AddMinutes(1).ToUnixTimeMilliseconds() }, version, []);
}
