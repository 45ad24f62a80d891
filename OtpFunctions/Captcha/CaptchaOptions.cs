using System.ComponentModel.DataAnnotations;
using OtpFunctions.Core.Codes;
using OtpFunctions.Core.Limits;

namespace OtpFunctions.Captcha;

/// <summary>Settings of the Captcha dialect. Section <c>Otp:Captcha</c>.</summary>
public sealed class CaptchaOptions : IValidatableObject
{
    // Documented: a title of 5 digits.
    private const int TitleLength = 5;

    /// <summary>Minutes a picture or an SMS code is good for, 1 to 10; 5 unless set, as documented.</summary>
    [Range(1, 10)]
    public int Minutes { get; set; } = 5;

    /// <summary>The wrong try that kills an SMS code, 1 to 20; 5 unless set. A picture has one try.</summary>
    [Range(1, 20)]
    public int MaxFailures { get; set; } = 5;

    /// <summary>Seconds between two SMS to one number, 1 to 600; 30 unless set, as Tencent's status 1023 tells.</summary>
    [Range(1, 600)]
    public int SecondsBetweenSms { get; set; } = 30;

    /// <summary>SMS to one number in any hour, 1 to 100; 5 unless set. Status 1024.</summary>
    [Range(1, 100)]
    public int SmsPerHour { get; set; } = 5;

    /// <summary>SMS to one number in a calendar day, 1 to 100; 10 unless set. Status 1025.</summary>
    [Range(1, 100)]
    public int SmsPerDay { get; set; } = 10;

    /// <summary>The IANA zone whose midnight begins a new day; Asia/Shanghai unless set.</summary>
    public string TimeZone { get; set; } = "Asia/Shanghai";

    /// <summary>
    /// Answers to SMS codes by a hash without a rand, a minute from one network address, 1 to 1,000; 20 unless set. A
    /// wrong one cannot be counted for any code: this is what they cost.
    /// </summary>
    [Range(1, 1000)]
    public int HashOnlyPerMinute { get; set; } = 20;

    internal TimeSpan Lifetime => TimeSpan.FromMinutes(Minutes);

    internal SlidingWindow HashOnlyWindow() => new(HashOnlyPerMinute, TimeSpan.FromMinutes(1));

    internal CodePolicy SmsPolicy() => new()
    {
        Length = TitleLength,
        Lifetime = Lifetime,
        MaxFailures = MaxFailures,
        Windows = [new(1, TimeSpan.FromSeconds(SecondsBetweenSms)), new(SmsPerHour, TimeSpan.FromHours(1))],
        DayLimit = new(SmsPerDay, TimeZoneInfo.FindSystemTimeZoneById(TimeZone)),
    };

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _))
        {
            yield return new ValidationResult($"Otp:Captcha:TimeZone '{TimeZone}' is not a time zone of this system.");
        }
    }
}
