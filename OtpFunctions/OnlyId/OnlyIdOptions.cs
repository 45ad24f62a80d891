using System.ComponentModel.DataAnnotations;

namespace OtpFunctions.OnlyId;

/// <summary>Settings of the OnlyID dialect. Section <c>Otp:OnlyId</c>.</summary>
public sealed class OnlyIdOptions : IValidatableObject
{
    /// <summary>The IANA zone of createDate and expireDate, which carry none; Asia/Shanghai unless set.</summary>
    public string TimeZone { get; set; } = "Asia/Shanghai";

    internal TimeZoneInfo FindZone() => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _))
        {
            yield return new ValidationResult($"Otp:OnlyId:TimeZone '{TimeZone}' is not a time zone of this system.");
        }
    }
}
