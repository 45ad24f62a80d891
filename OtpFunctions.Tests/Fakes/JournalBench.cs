using OtpFunctions.Core.Codes;
using OtpFunctions.Core.Records;
using OtpFunctions.Core.Secrecy;
using OtpFunctions.Core.Storage;

namespace OtpFunctions.Tests.Fakes;

/// <summary>One instance's journal with its writer, over a store.</summary>
internal sealed class JournalBench : IAsyncDisposable
{
    private static readonly CodeVault Vault = CodeBench.NewVault("a");

    public JournalBench(IRecordStore store, TimeProvider? clock = null)
    {
        Store = store;
        Clock = clock ?? new HurriedClock(divisor: 1);
        Lost = new LostNotes(Clock, LostLog);
        Journal = new SendJournal(Lost);
        Writer = new JournalWriter(Journal, store, Lost, Clock, WriterLog);
    }

    /// <summary>The time of the system, which its ids have.</summary>
    public static DateTimeOffset Now => new HurriedClock().GetUtcNow();

    public IRecordStore Store { get; }

    public TimeProvider Clock { get; }

    public ListedLogger<LostNotes> LostLog { get; } = new();

    public ListedLogger<JournalWriter> WriterLog { get; } = new();

    public LostNotes Lost { get; }

    public SendJournal Journal { get; }

    public JournalWriter Writer { get; }

    public static RecordTable TableIn(Tables tables) => new(tables);

    public static RecordList ListOf(IRecordStore store) => new(store, Vault);

    /// <summary>One whose writer runs.</summary>
    public static JournalBench Started(IRecordStore store)
    {
        var bench = new JournalBench(store);
        bench.Writer.Start();
        return bench;
    }

    public static string NewId(long? time = null) =>
        RandomId.OrderedUuid(time ?? Now.ToUnixTimeMilliseconds());

    /// <summary>One whose record lies in this lane.</summary>
    public static string NewId(long time, char lane) => NewId(time)[..^1] + lane;

    public static RecordId IdOf(string text) =>
        RecordId.TryParse(text, out var id) ? id : throw new ArgumentException(text);

    /// <summary>Notes a message, and gives its id.</summary>
    public string Send(string to = "13612345678", bool taken = true, string? id = null, string dialect = "test")
    {
        id ??= NewId();
        var recipient = CodeBench.To(to);
        Journal.Sent(new IssueCommand(recipient, UseOf(dialect)), Vault.KeysOf(recipient), CodeOf(id, to), taken);
        return id;
    }

    public void Judge(string id, bool right, int earlier = 0, string to = "13612345678", string dialect = "test") =>
        Journal.Judged(
            new VerifyCommand(CodeBench.To(to), UseOf(dialect), "000000"),
            CodeOf(id, to) with { Failures = earlier },
            right,
            IdOf(id).Time + 1000);

    /// <summary>All records of 90 days.</summary>
    public async Task<IReadOnlyList<MessageRecord>> ListAsync(RecordQuery? query = null) => (await ListOf(Store).FindAsync(
        query ?? new RecordQuery { Since = Now.AddDays(-90) }, 1, 10_000, default)).List;

    public async Task<Tally> SumAsync() => (await new Statistics(Store, Clock).SumAsync(90, default))
        .Aggregate(default(Tally), (sum, next) => sum + next.Value);

    public Task StopAsync() => Writer.StopAsync(default);

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Writer.Dispose();
    }

    private static CodeUse UseOf(string dialect) => new(dialect, "application", "template");

    private static LiveCode CodeOf(string id, string to) => new()
    {
        Use = "use",
        BoundTo = Vault.KeysOf(CodeBench.To(to)).BoundTo,
        Sealed = [],
        CreatedAt = IdOf(id).Time,
        ExpiresAt = IdOf(id).Time + 600_000,
        MaxFailures = 5,
        Change = "change",
        MessageId = id,
    };
}
