using System.ComponentModel.DataAnnotations;
using OtpFunctions.Core.Addresses;

namespace OtpFunctions.Core.Limits;

/// <summary>
/// Where messages may go, and how many a day over all recipients: against SMS pumping, where somebody has codes sent to
/// numbers he earns from. Section <c>Otp:Destinations</c>.
/// </summary>
public sealed class DestinationOptions : IValidatableObject
{
    private const string Everywhere = "*";
    private const int Most = 100_000_000;

    /// <summary>
    /// The country calling codes that SMS may go to, <c>86,852,853</c>, or <c>*</c> for all; 86 unless set. A country
    /// that nobody uses is only of use to a fraud, so each further one is the decision of who pays for it.
    /// </summary>
    public string Countries { get; set; } = CountryCodes.MainlandChina;

    /// <summary>The IANA zone whose midnight begins a new day of all caps; Asia/Shanghai unless set.</summary>
    public string TimeZone { get; set; } = "Asia/Shanghai";

    /// <summary>SMS a day to one country calling code, 1 to 100,000,000; 10,000 unless set.</summary>
    [Range(1, Most)]
    public int PerCountryPerDay { get; set; } = 10_000;

    /// <summary>
    /// SMS a day to the numbers that differ in their last 4 digits only, 1 to 100,000,000; 100 unless set. Frauds use
    /// ranges of numbers; of 10,000 honest neighbours few sign in on one day.
    /// </summary>
    [Range(1, Most)]
    public int PerPrefixPerDay { get; set; } = 100;

    /// <summary>SMS a day of the whole service, 1 to 100,000,000; 50,000 unless set.</summary>
    [Range(1, Most)]
    public int SmsPerDay { get; set; } = 50_000;

    /// <summary>E-mails a day of the whole service, 1 to 100,000,000; 100,000 unless set.</summary>
    [Range(1, Most)]
    public int EmailPerDay { get; set; } = 100_000;

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Countries != Everywhere && !Array.TrueForAll(ReadCountries(), code => CountryCodes.IsAssigned(code)))
        {
            yield return new ValidationResult(
                "Otp:Destinations:Countries must be * or country calling codes with commas between them: 86,852,853.");
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _))
        {
            yield return new ValidationResult($"Otp:Destinations:TimeZone '{TimeZone}' is not a time zone of this system.");
        }
    }

    internal Calendar FindCalendar() => new(TimeZoneInfo.FindSystemTimeZoneById(TimeZone));

    /// <summary>The countries that SMS may go to; null for all.</summary>
    internal IReadOnlySet<string>? FindCountries() =>
        Countries == Everywhere ? null : ReadCountries().ToHashSet(StringComparer.Ordinal);

    private string[] ReadCountries() => Countries.Split(',', StringSplitOptions.TrimEntries);
}
