using OtpFunctions.Core.Codes;
using OtpFunctions.Tests.Fakes;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Model;

/// <summary>Plays a plan on several instances over one store, and holds what is seen against the reference.</summary>
internal sealed class Run
{
    private const int MostAtOnce = 4;
    private static readonly CodeVault Vault = CodeBench.NewVault("a");
    private static readonly Budget Budget = new();
    private readonly Clocks _clocks = new();
    private readonly Scheduler _scheduler = new();
    private readonly Judgements _judgements = new();
    private readonly List<Call> _calls = [];
    private readonly IReadOnlyList<Log>[] _logs = [.. Enumerable.Repeat<IReadOnlyList<Log>>([Log.Empty], Place.Recipients)];
    private readonly Instance[] _instances;
    private readonly Rows _rows;
    private readonly StepwiseStore<RecipientState> _store;
    private int _settled;

    private Run(Rows rows)
    {
        _rows = rows;
        _store = new(rows.Store, _scheduler);
        _instances =
            [.. Enumerable.Range(0, Clocks.Instances).Select(i => new Instance(_clocks[i], Budget, Vault, _judgements))];
    }

    /// <summary>Plays it, on no context that would let anything run elsewhere.</summary>
    /// <returns>How many calls were made.</returns>
    public static async Task<int> PlayAsync(Plan plan, Rows rows)
    {
        var before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            await Budget.PrepareAsync().ConfigureAwait(false);
            var run = new Run(rows);
            await run.PlayAsync(plan).ConfigureAwait(false);
            return run._calls.Count;
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }

    private async Task PlayAsync(Plan plan)
    {
        foreach (var move in plan.Moves)
        {
            Begin(move);
            foreach (var turn in move.Turns)
            {
                if (_scheduler.HasWaiting)
                    await _scheduler.TakeAsync(turn);
            }

            if (!move.Overlaps || _calls.Count - _settled == MostAtOnce)
                await SettleAsync();
        }

        await SettleAsync();
        AssertLimits();
    }

    private void Begin(Move move)
    {
        switch (move.Act)
        {
            case Act.Tick:
                _clocks.Tick(move.By);
                break;
            case Act.Skew:
                _clocks.SetSkew(move.Instance, move.By);
                break;
            case Act.Send or Act.SendCustom or Act.Guess or Act.GuessEither or Act.Purge:
                var call = NewCall(move);
                _calls.Add(call);
                call.Begin();
                break;
        }
    }

    private Call NewCall(Move move) => move.Act switch
    {
        Act.Guess => new GuessCall(_calls.Count, move, _clocks, _instances[move.Instance], _store, Show(move)),
        Act.GuessEither => NewEitherCall(move, Show(move)),
        Act.Purge => new PurgeCall(_calls.Count, move, _clocks, Vault, _store, _rows, _scheduler),
        _ => new SendCall(_calls.Count, move, _clocks, _instances[move.Instance], _store, _scheduler),
    };

    private EitherCall NewEitherCall(Move move, string code)
    {
        var sent = _calls.OfType<SendCall>().LastOrDefault(call => call.Move.Dialect == move.Dialect && call.Message?.Code == code);
        var isAlone = _calls.Count == _settled && !move.Overlaps;
        return new(
            _calls.Count, move, _clocks, _instances[move.Instance], _store, code, sent?.Place.Mailbox, isAlone);
    }

    // What was delivered by now.
    private string Show(Move move)
    {
        var mailbox = Place.All[move.Place].Mailbox;
        var own = Codes(call => call.Move.Dialect == move.Dialect && call.Place.Mailbox == mailbox);
        var others = Codes(call => call.Move.Dialect != move.Dialect || call.Place.Mailbox != mailbox);
        return move.Shown switch
        {
            Shown.Newest => own.FirstOrDefault(),
            Shown.Old => own.FirstOrDefault(code => code != own[0]),
            Shown.Other => others.FirstOrDefault(),
            Shown.Wrong => null,
        } ?? "wrong";
    }

    private List<string> Codes(Func<SendCall, bool> isMeant) =>
        [.. _calls.OfType<SendCall>().Where(isMeant).Reverse().Select(call => call.Message?.Code).OfType<string>()];

    private async Task SettleAsync()
    {
        while (_scheduler.HasWaiting)
            await _scheduler.TakeAsync(new Turn(0));

        var calls = _calls.Skip(_settled).ToList();
        foreach (var call in calls)
        {
            Assert.True(call.Running.IsCompleted, "A call waits for something else than its turn.");
            await call.Running;
        }

        _settled = _calls.Count;
        var deeds = calls.SelectMany(call => call.Deeds).ToLookup(deed => deed.Recipient);
        for (var recipient = 0; recipient < _logs.Length; recipient++)
        {
            var logs = Linearisation.Of(_logs[recipient], [.. deeds[recipient]]);
            Assert.True(
                logs.Count > 0,
                $"Nothing explains:\n{string.Join('\n', deeds[recipient])}\nafter\n{_logs[recipient][0].Key}");
            _logs[recipient] = logs;
        }
    }

    private void AssertLimits()
    {
        var arrived = _calls.OfType<SendCall>().Where(call => call.MayHaveArrived && call.Message is not null).ToList();
        foreach (var recipient in arrived.GroupBy(call => call.Place.Recipient))
        {
            AssertWithin(recipient, Dialect.RecipientWindows);
            foreach (var dialect in recipient.GroupBy(call => call.Move.Dialect))
                AssertWithin(dialect, Dialect.All[dialect.Key].Windows);
        }

        _judgements.AssertLimits();
    }

    private static void AssertWithin(IEnumerable<SendCall> calls, IReadOnlyList<(int Limit, long Length)> windows)
    {
        foreach (var (limit, length) in windows)
            SlidingJudge.AssertWithin(calls.Select(call => call.Message!.Value.At), limit, TimeSpan.FromMilliseconds(length));
    }
}
