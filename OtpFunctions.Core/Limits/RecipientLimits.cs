using System.ComponentModel.DataAnnotations;

namespace OtpFunctions.Core.Limits;

/// <summary>What holds for one recipient over all dialects and applications. Section <c>Otp:Limits</c>.</summary>
public sealed class RecipientLimits
{
    /// <summary>Real sends in any hour, 1 to 100; 20 unless set.</summary>
    [Range(1, 100)]
    public int SendsPerHour { get; set; } = 20;

    /// <summary>Real sends in any 24 hours, 1 to 100; 60 unless set.</summary>
    [Range(1, 100)]
    public int SendsPerDay { get; set; } = 60;

    /// <summary>
    /// Wrong codes judged in any 24 hours, 1 to 100; 50 unless set. NIST SP 800-63B-4 allows at most 100, and a new
    /// code does not begin a new count.
    /// </summary>
    [Range(1, 100)]
    public int FailuresPerDay { get; set; } = 50;

    internal SlidingWindow HourlySends => new(SendsPerHour, TimeSpan.FromHours(1));

    internal SlidingWindow DailySends => new(SendsPerDay, TimeSpan.FromDays(1));

    internal SlidingWindow DailyFailures => new(FailuresPerDay, TimeSpan.FromDays(1));
}
