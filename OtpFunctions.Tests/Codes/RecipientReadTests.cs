using OtpFunctions.Core;
using OtpFunctions.Core.Codes;
using OtpFunctions.Core.Directory;
using OtpFunctions.Core.Storage;
using OtpFunctions.Tests.Fakes;

namespace OtpFunctions.Tests.Codes;

/// <summary>A row that is read before it is known to whom a code goes decides nothing that is no longer so.</summary>
public sealed class RecipientReadTests
{
    private const string Someone = "someone@example.com";
    private const string Another = "another@example.com";
    private static readonly CodePolicy Repeating = CodeBench.Usual with { Reuse = Reuse.Within(TimeSpan.FromMinutes(3)) };
    private static readonly CodePolicy OneAMinute = CodeBench.Usual with { Windows = [new(1, TimeSpan.FromMinutes(1))] };
    private static readonly Task<Result<Requester>> Let = Task.FromResult<Result<Requester>>(new Requester(null));
    private static readonly Task<Result<Requester>> Refused =
        Task.FromResult<Result<Requester>>(new Failure(FailureCode.TooOften));
    private readonly CodeBench _bench = new(new MemoryRecipientStore());

    [Fact]
    public async Task It_is_of_a_recipient_whatever_the_spelling()
    {
        var code = (await _bench.IssueAsync(Someone)).Value!.Code;

        var repeated = await IssueAsync(Someone, Begin("SomeOne@example.com"), Repeating);

        Assert.Equal((code, false), (repeated.Value!.Code, repeated.Value.Sent));
    }

    [Fact]
    public async Task Of_another_recipient_it_is_dropped()
    {
        var code = (await _bench.IssueAsync(Another)).Value!.Code;

        var issued = await IssueAsync(Someone, Begin(Another), Repeating);

        Assert.True(issued.Value!.Sent);
        Assert.Equal(Someone, _bench.Channel.Sent.Last().To.Delivery);
        Assert.True(await _bench.VerifyAsync(issued.Value.Code, Someone));
        Assert.True(await _bench.VerifyAsync(code, Another));
    }

    [Fact]
    public async Task What_was_sent_since_counts()
    {
        var begun = Begin(Someone);
        await _bench.IssueAsync(Someone, OneAMinute);

        Assert.Equal(FailureCode.TooOften, (await IssueAsync(Someone, begun, OneAMinute)).Failure?.Code);
        Assert.Single(_bench.Channel.Sent);
    }

    [Fact]
    public async Task What_went_wrong_with_it_is_heard_by_who_needs_it_alone()
    {
        var bench = new CodeBench(new LateStore());
        var begun = Begin(Someone, bench);

        Assert.True((await IssueAsync(Another, begun, Repeating, bench)).Value!.Sent);
        await Assert.ThrowsAsync<StorageUnavailableException>(() => IssueAsync(Someone, begun, Repeating, bench));
        Assert.Single(bench.Channel.Sent);
    }

    [Fact]
    public async Task Whose_an_address_is_is_taken_from_a_read_of_that_address_alone()
    {
        var users = Users.InMemory();
        await users.Directory.CreateAsync("alice", Users.Email(Someone), null, default);
        var keys = new UserKeys(users.Hasher);
        var finder = new RecipientFinder(users.Directory, new EmptyRows(), users.Hasher);
        var begun = (await finder.BeginReadingAsync(AddressPurpose.FillIn, Users.Email(Someone), Let, default))!;

        // Read before she was made, or so it says.
        Assert.Null(await users.Directory.FindByAddressAsync(Users.Email(Someone), begun, default));
        Assert.Null(begun.Of(keys.OfAddress(Users.Email("someone+1@example.com"))));
        Assert.NotNull(begun.Of(keys.OfAddress(Users.Email("someone+1@example.com")).Recipient));
        Assert.Equal("alice", (await users.Directory.FindByAddressAsync(Users.Email(Someone), null, default))?.Name);
    }

    [Fact]
    public async Task Whose_an_address_is_is_read_with_its_recipient_where_it_must_be_nobodys_and_the_tables_know()
    {
        var users = Users.InMemory();
        var inTables = new RecipientFinder(users.Directory, new EmptyRows(), users.Hasher);
        var elsewhere = new RecipientFinder(users.Directory, null, users.Hasher);
        foreach (var purpose in Enum.GetValues<AddressPurpose>())
        {
            var isNobodys = purpose is AddressPurpose.NewAccount or AddressPurpose.FillIn;
            Assert.Equal(isNobodys, await BeginsAsync(inTables, purpose, Let));
            Assert.False(await BeginsAsync(elsewhere, purpose, Let));
        }

        Assert.Null(await inTables.BeginReadingAsync(AddressPurpose.FillIn, null, Let, default));
        Assert.False(await BeginsAsync(inTables, AddressPurpose.FillIn, Refused));
        Assert.True(await BeginsAsync(inTables, AddressPurpose.FillIn, new TaskCompletionSource<Result<Requester>>().Task));
    }

    private static async Task<bool> BeginsAsync(
        RecipientFinder finder, AddressPurpose purpose, Task<Result<Requester>> asking) =>
        await finder.BeginReadingAsync(purpose, Users.Email(Someone), asking, default) is not null;

    private RecipientRead Begin(string to, CodeBench? bench = null) =>
        (bench ?? _bench).Issuer.BeginReading(CodeBench.To(to), CancellationToken.None);

    private Task<Result<IssuedCode>> IssueAsync(string to, RecipientRead begun, CodePolicy policy, CodeBench? bench = null) =>
        (bench ?? _bench).Issuer.IssueAsync(
            new IssueCommand(CodeBench.To(to), CodeBench.Use) { Begun = begun },
            Task.FromResult<Result<CodePolicy>>(policy),
            CancellationToken.None);

    /// <summary>Where nobody has written anything.</summary>
    private sealed class EmptyRows : IRecipientRows
    {
        public Task<RecipientRows> LoadAsync(ClaimKey key, CancellationToken cancellation) =>
            Task.FromResult(new RecipientRows(new(RecipientState.Empty, null, []), null));
    }

    /// <summary>Answers from its second read on.</summary>
    private sealed class LateStore : IStateStore<RecipientState>
    {
        private readonly MemoryRecipientStore _store = new();
        private int _reads;

        public Task<Versioned<RecipientState>> LoadAsync(string key, CancellationToken cancellation) => ++_reads == 1
            ? Task.FromException<Versioned<RecipientState>>(new StorageUnavailableException())
            : _store.LoadAsync(key, cancellation);

        public Task<bool> TrySaveAsync(
            string key, Versioned<RecipientState> read, RecipientState next, string change, CancellationToken cancellation) =>
            _store.TrySaveAsync(key, read, next, change, cancellation);
    }
}
