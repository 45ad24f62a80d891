using OtpFunctions.Core;

namespace OtpFunctions.Tests.Model;

/// <summary>The rules, written a second time from the documents alone: which logs a deed and its answer can lead to.</summary>
internal static class Reference
{
    private const long Hour = 3_600_000;
    private const long Day = 24 * Hour;

    public static IEnumerable<Log> After(Log log, Deed deed) => deed.Times.Distinct().SelectMany(now => deed switch
    {
        Deed.Send send => Send(log, send, now),
        Deed.Guess guess => Guess(log, guess, now),
        Deed.GiveBack => [log.With(new Entry.Returned(now, deed.Call))],
        _ => [log.With(new Entry.Purged(now))],
    });

    private static IEnumerable<Log> Send(Log log, Deed.Send send, long now)
    {
        var rules = Dialect.All[send.Dialect];
        var own = log.Sends(send.Dialect);
        var isFull = rules.PerDay > 0 && Today(own, now) >= rules.PerDay;
        foreach (var standing in log.MayStand(send.Dialect, send.Mailbox, now))
        {
            var reusable = send.Custom is null && standing?.Failures < send.Most ? standing : null;
            var isYoung = rules.RepeatsFor > 0 && now < reusable?.Sent.Born + rules.RepeatsFor;
            if (reusable is not null && (isYoung || (isFull && rules.RepeatsLast)))
            {
                if (IsRepeat(log, send.Seen, reusable))
                    yield return log;
            }
            else if (isFull)
            {
                if (IsRefusal(send.Seen, FailureCode.DayLimitReached, [(MidnightAfter(now) - now, null)]))
                    yield return log;
            }
            else if (Waits(log, rules, own, now) is { Count: > 0 } waits)
            {
                if (IsRefusal(send.Seen, FailureCode.TooOften, waits))
                    yield return log;
            }
            else if (Message(log, send, rules.Resends ? reusable : null, own, now) is { } sent)
            {
                yield return log.With(sent);
            }
        }
    }

    private static IEnumerable<Log> Guess(Log log, Deed.Guess guess, long now)
    {
        var isLocked = log.Misses.Count(at => at > now - Day) >= Dialect.FailuresPerDay;
        foreach (var standing in log.MayStand(guess.Dialect, guess.Mailbox, now))
        {
            var isJudged = standing is not null && !isLocked;
            var isRight = isJudged && standing!.Code == guess.Code;
            if (guess.Right is { } answer && answer != isRight)
                continue;

            yield return !isJudged || (isRight && Dialect.All[guess.Dialect].KeepsCode) ? log
                : isRight ? log.With(new Entry.Used(now, guess.Dialect, guess.Mailbox))
                : log.With(new Entry.Missed(now, guess.Dialect, guess.Mailbox));
        }
    }

    // Null where this is not what was seen.
    private static Entry.Sent? Message(Log log, Deed.Send send, Standing? again, IReadOnlyList<long> own, long now)
    {
        var rules = Dialect.All[send.Dialect];
        var end = now + rules.Lifetime;
        if (rules.RepeatsLast && Today(own, now) == rules.PerDay - 1)
            end = Math.Max(end, MidnightAfter(now));

        var born = again?.Sent.Born ?? now;
        var expected = again is null ? send.Custom : again.Code;
        return send.Seen switch
        {
            Seen.Nothing => Entry(expected),
            Seen.Sent seen when IsCode(log, seen.Code, expected) && (seen.Born ?? born) == born && (seen.Expires ?? end) == end
                => Entry(seen.Code),
            _ => null,
        };

        Entry.Sent Entry(string? code) =>
            new(now, send.Call, send.Dialect, send.Mailbox, send.Most, code, again is not null, born, end);
    }

    private static bool IsRepeat(Log log, Seen seen, Standing standing) => seen switch
    {
        Seen.Nothing => true,
        Seen.Repeated repeated => IsCode(log, repeated.Code, standing.Code)
            && repeated.Born == standing.Sent.Born
            && repeated.Expires == standing.Sent.Expires,
        _ => false,
    };

    // One that was not seen before may be any new one.
    private static bool IsCode(Log log, string code, string? expected) => expected is null
        ? code.Length == Dialect.CodeLength && log.Entries.OfType<Entry.Sent>().All(sent => sent.Code != code)
        : code == expected;

    private static bool IsRefusal(Seen seen, FailureCode code, IReadOnlyList<(long Wait, long? Window)> waits) => seen switch
    {
        Seen.Nothing => true,
        Seen.Refused { Why: var why } => why.Code == code && waits.Any(wait =>
            wait.Wait == waits.Max(each => each.Wait)
            && why.RetryAfter == TimeSpan.FromMilliseconds(wait.Wait)
            && why.Window?.TotalMilliseconds == wait.Window),
        _ => false,
    };

    private static List<(long Wait, long? Window)> Waits(Log log, Dialect rules, IReadOnlyList<long> own, long now)
    {
        var all = log.Sends();
        return
        [
            .. Dialect.RecipientWindows.Select(window => (Wait(all, window, now), window))
                .Concat(rules.Windows.Select(window => (Wait(own, window, now), window)))
                .Where(each => each.Item1 > 0)
                .Select(each => (each.Item1, (long?)each.window.Length)),
        ];
    }

    // The first moment, now or when a message is old enough, at which fewer than the limit are younger than the window.
    private static long Wait(IReadOnlyList<long> times, (int Limit, long Length) window, long now) =>
        times.Select(at => at + window.Length)
            .Where(moment => moment > now)
            .Append(now)
            .Where(moment => times.Count(at => at + window.Length > moment) < window.Limit)
            .Min() - now;

    private static int Today(IReadOnlyList<long> times, long now) => times.Count(at => DayOf(at) == DayOf(now));

    private static long DayOf(long time) => (time + (8 * Hour)) / Day;

    private static long MidnightAfter(long time) => ((DayOf(time) + 1) * Day) - (8 * Hour);
}
