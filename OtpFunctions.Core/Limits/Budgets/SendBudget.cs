using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Secrecy;
using OtpFunctions.Core.Storage;

namespace OtpFunctions.Core.Limits.Budgets;

/// <summary>
/// What a day allows over all recipients and dialects: to which countries, and how many messages to a country, to a
/// prefix of numbers, by a channel. Each instance takes its sends in blocks (docs/decisions/0006), so a cap is never
/// exceeded, and what may be left unused of it is a block of at most 50 and a fifth of one an instance, and what came back.
/// </summary>
internal sealed class SendBudget
{
    // Some 10 MB at most.
    private const int BlocksKept = 20_000;
    private const int LastDigits = 4;

    private readonly RecentlyUsed<(string Name, DateOnly Day), BudgetBlock> _blocks;
    private readonly StateUpdater<BudgetState> _counters;
    private readonly KeyHasher _hasher;
    private readonly DestinationOptions _options;
    private readonly IReadOnlySet<string>? _countries;
    private readonly Calendar _calendar;
    private readonly TimeProvider _clock;

    public SendBudget(
        StateUpdater<BudgetState> counters,
        KeyHasher hasher,
        DestinationOptions options,
        TimeProvider clock,
        int blocksKept = BlocksKept)
    {
        _counters = counters;
        _hasher = hasher;
        _options = options;
        _clock = clock;
        _countries = options.FindCountries();
        _calendar = options.FindCalendar();
        _blocks = new(blocksKept);
    }

    /// <summary>How many blocks are in memory.</summary>
    public int BlockCount => _blocks.Count;

    /// <summary>Takes one send of every scope, or none. Mostly at once; otherwise all scopes are asked side by side.</summary>
    /// <param name="to">Who is to get the message.</param>
    /// <param name="caller">The caller's right to ask, which is read beside: a caller who is refused spends nothing.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>A permit; or DestinationRefused, BudgetSpent, Contended, or the caller's refusal.</returns>
    /// <exception cref="StorageUnavailableException">Nothing is taken.</exception>
    public ValueTask<Result<BudgetPermit>> ReserveAsync<TCaller>(
        Address to, Task<Result<TCaller>> caller, CancellationToken cancellation)
        where TCaller : class
    {
        if (to is PhoneNumber phone && _countries?.Contains(phone.CountryCode) == false)
        {
            return new(new Failure(FailureCode.DestinationRefused));
        }

        var now = _clock.GetUtcNow().ToUnixTimeMilliseconds();
        var blocks = BlocksOf(to, _calendar.DayOf(now));
        return TryTakeAll(blocks) switch
        {
            BudgetAnswer.Taken => new(new BudgetPermit(blocks)),
            BudgetAnswer.Spent => new(Until(blocks, new Failure(FailureCode.BudgetSpent), now)),
            BudgetAnswer.Unknown => new(TakeAllAsync(blocks, caller, now, cancellation)),
        };
    }

    private static BudgetAnswer TryTakeAll(BudgetBlock[] blocks)
    {
        for (var i = 0; i < blocks.Length; i++)
        {
            if (blocks[i].TryTake() is var answer and not BudgetAnswer.Taken)
            {
                new BudgetPermit(blocks[..i]).Return();
                return answer;
            }
        }

        return BudgetAnswer.Taken;
    }

    private static async Task<Result<BudgetPermit>> TakeAllAsync<TCaller>(
        BudgetBlock[] blocks, Task<Result<TCaller>> caller, long now, CancellationToken cancellation)
        where TCaller : class
    {
        var takes = Array.ConvertAll(blocks, block => block.TakeAsync(caller, cancellation));
        var all = Task.WhenAll(takes);
        await ((Task)all).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var taken = new List<BudgetBlock>(blocks.Length);
        for (var i = 0; i < blocks.Length; i++)
        {
            if (takes[i].IsCompletedSuccessfully && await takes[i] is null)
            {
                taken.Add(blocks[i]);
            }
        }

        var permit = new BudgetPermit(taken);
        if (taken.Count == blocks.Length)
        {
            return permit;
        }

        permit.Return();
        return Until(blocks, Array.Find(await all, failure => failure is not null)!, now);
    }

    private static Failure Until(BudgetBlock[] blocks, Failure failure, long now) => failure.Code == FailureCode.BudgetSpent
        ? failure with { RetryAfter = TimeSpan.FromMilliseconds(blocks[0].EndsAt - now) }
        : failure;

    private BudgetBlock[] BlocksOf(Address to, DateOnly day) => to is PhoneNumber phone
        ?
        [
            BlockOf($"prefix {phone.E164.AsSpan(0, phone.E164.Length - LastDigits)}", _options.PerPrefixPerDay, day, true),
            BlockOf($"country {phone.CountryCode}", _options.PerCountryPerDay, day),
            BlockOf("sms", _options.SmsPerDay, day),
        ]
        : [BlockOf("email", _options.EmailPerDay, day)];

    private BudgetBlock BlockOf(string name, int cap, DateOnly day, bool isNarrow = false) => _blocks.GetOrAdd(
        (name, day),
        static (key, of) => new BudgetBlock(
            new BudgetScope(
                of.Budget._hasher.Hash("budget", $"{key.Name}\n{key.Day:O}"),
                of.cap,
                of.Budget._calendar.EndOf(key.Day),
                of.isNarrow),
            of.Budget._counters),
        (Budget: this, cap, isNarrow));
}
