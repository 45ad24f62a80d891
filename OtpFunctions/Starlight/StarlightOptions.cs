using System.ComponentModel.DataAnnotations;
using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Codes;
using OtpFunctions.Core.Limits;

namespace OtpFunctions.Starlight;

/// <summary>Settings of the Starlight dialect. Section <c>Otp:Starlight</c>.</summary>
public sealed class StarlightOptions : IValidatableObject
{
    private static readonly TimeSpan ReuseAge = TimeSpan.FromMinutes(3);

    /// <summary>The IANA zone whose midnight begins a day of SMS; Asia/Shanghai unless set.</summary>
    public string TimeZone { get; set; } = "Asia/Shanghai";

    /// <summary>Minutes a code is good for, 3 to 20; 10 unless set. The last SMS code of a day is good until it ends.</summary>
    [Range(3, 20)]
    public int CodeMinutes { get; set; } = 10;

    /// <summary>The wrong try that kills a code, 1 to 20; 10 unless set.</summary>
    [Range(1, 20)]
    public int MaxFailures { get; set; } = 10;

    /// <summary>Real SMS to one number a day, 1 to 20; 6 unless set, as documented.</summary>
    [Range(1, 20)]
    public int SmsPerDay { get; set; } = 6;

    /// <summary>Calls a minute from one network address, 1 to 1,000; 20 unless set, as documented.</summary>
    [Range(1, 1000)]
    public int CallsPerMinute { get; set; } = 20;

    internal SlidingWindow CallWindow() => new(CallsPerMinute, TimeSpan.FromMinutes(1));

    internal CodePolicy PolicyFor(DeliveryChannel channel) => new()
    {
        Lifetime = TimeSpan.FromMinutes(CodeMinutes),
        MaxFailures = MaxFailures,
        Reuse = Reuse.Within(ReuseAge),
        DayLimit = channel == DeliveryChannel.Sms
            ? new DayLimit(SmsPerDay, TimeZoneInfo.FindSystemTimeZoneById(TimeZone), RepeatsLast: true)
            : null,
    };

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _))
        {
            yield return new ValidationResult($"Otp:Starlight:TimeZone '{TimeZone}' is not a time zone of this system.");
        }
    }
}
