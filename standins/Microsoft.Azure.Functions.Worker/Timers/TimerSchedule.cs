using System.Globalization;
using NCrontab;

namespace Microsoft.Azure.Functions.Worker.Timers;

internal sealed class TimerSchedule
{
    private readonly Func<DateTime, DateTime> _next;

    private TimerSchedule(Func<DateTime, DateTime> next) => _next = next;

    // Five fields, six with seconds in front, or a TimeSpan.
    public static TimerSchedule? TryParse(string text)
    {
        var options = new CrontabSchedule.ParseOptions
        {
            IncludingSeconds = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length == 6,
        };
        if (CrontabSchedule.TryParse(text, options) is { } cron)
            return new TimerSchedule(cron.GetNextOccurrence);

        return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var interval) && interval > TimeSpan.Zero
            ? new TimerSchedule(now => now + interval)
            : null;
    }

    public DateTimeOffset Next(DateTimeOffset now) =>
        new(DateTime.SpecifyKind(_next(now.UtcDateTime), DateTimeKind.Utc));
}
