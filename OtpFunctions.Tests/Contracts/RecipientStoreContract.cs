using OtpFunctions.Core.Codes;
using OtpFunctions.Core.Storage;

namespace OtpFunctions.Tests.Contracts;

/// <summary>What every store of recipients keeps to.</summary>
public abstract class RecipientStoreContract
{
    private static readonly LiveCode Code = new()
    {
        Use = "dialect/application/template",
        BoundTo = "address",
        Sealed = [0, 1, 2, 250, 255],
        CreatedAt = 1_767_613_530_123,
        ExpiresAt = 1_767_614_130_123,
        MaxFailures = 5,
        Failures = 3,
        Change = "change",
    };

    private static readonly Versioned<RecipientState> None = new(RecipientState.Empty, null, []);

    private static readonly RecipientState Full = new()
    {
        Codes = [Code, Code with { Use = "other//" }],
        Sends = [new(1_767_613_530_123, "dialect", "change"), new(1_767_613_530_124, "other", "change two")],
        Failures = [1_767_613_530_125, 1_767_613_530_126],
    };

    [Fact]
    public async Task What_was_never_written_is_empty_and_has_no_version()
    {
        var store = await NewStoreAsync();

        Assert.Equivalent(None, await store.LoadAsync("nobody", default), strict: true);
    }

    [Fact]
    public async Task All_of_a_state_comes_back_with_the_change_that_wrote_it()
    {
        var store = await NewStoreAsync();
        Assert.True(await store.TrySaveAsync("key", None, Full, "first", default));

        var read = await store.LoadAsync("key", default);

        Assert.Equivalent(Full, read.State, strict: true);
        Assert.Equal(["first"], read.Changes);
        Assert.NotNull(read.Version);
    }

    [Fact]
    public async Task A_second_insert_loses_and_leaves_the_first()
    {
        var store = await NewStoreAsync();
        Assert.True(await store.TrySaveAsync("key", None, Full, "first", default));

        Assert.False(await store.TrySaveAsync("key", None, RecipientState.Empty, "second", default));
        Assert.Equal(["first"], (await store.LoadAsync("key", default)).Changes);
    }

    [Fact]
    public async Task A_write_on_an_older_version_loses()
    {
        var store = await NewStoreAsync();
        await store.TrySaveAsync("key", None, Full, "first", default);
        var read = await store.LoadAsync("key", default);
        Assert.True(await store.TrySaveAsync("key", read, RecipientState.Empty, "second", default));

        Assert.False(await store.TrySaveAsync("key", read, Full, "third", default));
        var now = await store.LoadAsync("key", default);
        Assert.Empty(now.State.Codes);
        Assert.Equal(["second", "first"], now.Changes);
    }

    [Fact]
    public async Task The_last_eight_changes_are_told_newest_first()
    {
        var store = await NewStoreAsync();
        for (var i = 1; i <= 9; i++)
        {
            Assert.True(await store.TrySaveAsync("key", await store.LoadAsync("key", default), Full, $"c{i}", default));
        }

        Assert.Equal(["c9", "c8", "c7", "c6", "c5", "c4", "c3", "c2"], (await store.LoadAsync("key", default)).Changes.Take(8));
    }

    [Fact]
    public async Task Of_50_parallel_writes_on_one_version_one_wins()
    {
        var store = await NewStoreAsync();
        await store.TrySaveAsync("key", None, Full, "first", default);
        var read = await store.LoadAsync("key", default);

        var wins = await Task.WhenAll(
            Enumerable.Range(0, 50).Select(i => store.TrySaveAsync("key", read, Full, $"w{i}", default)));

        Assert.Single(wins, win => win);
    }

    [Fact]
    public async Task Of_50_parallel_inserts_one_wins()
    {
        var store = await NewStoreAsync();

        var wins = await Task.WhenAll(Enumerable.Range(0, 50).Select(
            i => store.TrySaveAsync("key", None, Full, $"w{i}", default)));

        Assert.Single(wins, win => win);
    }

    private protected abstract Task<IStateStore<RecipientState>> NewStoreAsync();
}
