using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace OtpFunctions.Core.Addresses;

/// <summary>
/// One telephone number, kept in the international form of ITU-T E.164: '+', country code, national number. That form
/// is both <see cref="Address.Delivery"/> and <see cref="Address.LimiterKey"/>. Of mainland China only mobile numbers
/// are numbers here, since a code goes out by text message.
/// </summary>
public sealed class PhoneNumber : Address
{
    private const int MinDigits = 7;
    private const int MaxDigits = 15;
    private const int MobileDigits = 11;
    private const int NorthAmericanDigits = 10;
    private const int ShownDigits = 4;

    private PhoneNumber(string countryCode, string nationalNumber, string e164)
        : base(DeliveryChannel.Sms, e164, e164)
    {
        CountryCode = countryCode;
        NationalNumber = nationalNumber;
    }

    /// <summary>The assigned country code, 1 to 3 digits: <c>86</c>.</summary>
    public string CountryCode { get; }

    /// <summary>In clear: the number without its country code, digits only: <c>13612345678</c>.</summary>
    [JsonIgnore]
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string NationalNumber { get; }

    /// <summary>In clear: the whole number, <c>+8613612345678</c>; 7 to 15 digits.</summary>
    [JsonIgnore]
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string E164 => Delivery;

    /// <summary>Whether it is a mobile number of mainland China.</summary>
    public bool IsMainlandChina => CountryCode == CountryCodes.MainlandChina;

    /// <summary>
    /// A mainland number is <c>136****5678</c>, as the documents of the dialects show it. Any other is its country code
    /// and its last digits, <c>+44****0958</c>: at most 4, and at most half of the national number.
    /// </summary>
    public override string Masked
    {
        get
        {
            var shown = Math.Min(ShownDigits, NationalNumber.Length / 2);
            var head = IsMainlandChina ? NationalNumber[..3] : $"+{CountryCode}";
            return $"{head}****{NationalNumber.AsSpan(NationalNumber.Length - shown)}";
        }
    }

    /// <summary>
    /// Reads a number in international form, <c>+86 136-1234-5678</c> or <c>0086...</c>, or a mainland mobile number
    /// without a prefix: '1' and 10 digits, the second from 3 to 9. Never throws.
    /// </summary>
    /// <param name="text">
    /// At most 40 characters. ASCII digits; blanks, hyphens, dots and parentheses between digits; spaces around it are
    /// dropped. A zero right after the country code, as in <c>+44 (0)20 7946 0958</c>, is the trunk prefix of national
    /// calls and is dropped, save where numbers begin with a zero of their own (Italy, San Marino, Vatican, Benin,
    /// Burkina Faso, Congo, Gabon, Ivory Coast, Tajikistan, worldwide services) and in North America, which has none.
    /// Country codes that ITU-T has not assigned are refused, and so are numbers that do not fit their country's plan
    /// where that is checked: +86 (mobile numbers) and +1 (10 digits, the first from 2 to 9).
    /// </param>
    /// <param name="number">The number, or null when refused.</param>
    /// <returns>False when it is not one such number.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out PhoneNumber? number)
    {
        number = null;
        Span<char> digits = stackalloc char[PhoneSpelling.MaxDigits];
        if (!PhoneSpelling.TryRead(text, digits, out var count, out var international))
            return false;

        digits = digits[..count];
        number = international ? FromInternational(digits)
            : IsMainlandMobile(digits) ? FromNational(CountryCodes.MainlandChina, digits)
            : null;
        return number is not null;
    }

    /// <summary>Reads a number whose country code comes beside it. Never throws.</summary>
    /// <param name="number">
    /// The national number, spelled as in <see cref="TryParse(string?, out PhoneNumber?)"/>, with or without its trunk
    /// zero. An international form is accepted when its country code is the one given.
    /// </param>
    /// <param name="countryCode">An assigned country code: <c>86</c> or <c>+86</c>; null is refused.</param>
    /// <param name="phone">The number, or null when refused.</param>
    /// <returns>False when they do not make one such number.</returns>
    public static bool TryParse(
        [NotNullWhen(true)] string? number,
        [NotNullWhen(true)] string? countryCode,
        [NotNullWhen(true)] out PhoneNumber? phone)
    {
        phone = null;
        var code = WithoutPlus(countryCode);
        Span<char> digits = stackalloc char[PhoneSpelling.MaxDigits];
        if (!CountryCodes.IsAssigned(code)
            || !PhoneSpelling.TryRead(number, digits, out var count, out var international))
        {
            return false;
        }

        digits = digits[..count];
        var read = international ? FromInternational(digits) : FromNational(code, digits);
        phone = read is not null && code.SequenceEqual(read.CountryCode) ? read : null;
        return phone is not null;
    }

    /// <summary>Whether this is an assigned country code: <c>86</c> or <c>+86</c>. Never throws.</summary>
    /// <param name="text">Anything.</param>
    public static bool IsCountryCode([NotNullWhen(true)] string? text) => CountryCodes.IsAssigned(WithoutPlus(text));

    private static ReadOnlySpan<char> WithoutPlus(string? countryCode)
    {
        var code = countryCode.AsSpan().Trim(' ');
        return code.StartsWith("+") ? code[1..] : code;
    }

    private static PhoneNumber? FromInternational(ReadOnlySpan<char> digits)
    {
        var length = CountryCodes.LengthIn(digits);
        return length == 0 ? null : FromNational(digits[..length], digits[length..]);
    }

    private static PhoneNumber? FromNational(ReadOnlySpan<char> code, ReadOnlySpan<char> national)
    {
        var hasTrunkZero = CountryCodes.HasTrunkZero(code);
        if (hasTrunkZero && national.StartsWith("0"))
            national = national[1..];

        if (code.Length + national.Length is < MinDigits or > MaxDigits)
            return null;

        if ((hasTrunkZero && national.StartsWith("0")) || !FitsPlan(code, national))
            return null;

        return new PhoneNumber(code.ToString(), national.ToString(), $"+{code}{national}");
    }

    private static bool FitsPlan(ReadOnlySpan<char> code, ReadOnlySpan<char> national) => code switch
    {
        CountryCodes.MainlandChina => IsMainlandMobile(national),
        CountryCodes.NorthAmerica => national.Length == NorthAmericanDigits && national[0] >= '2',
        _ => true,
    };

    private static bool IsMainlandMobile(ReadOnlySpan<char> digits) =>
        digits.Length == MobileDigits && digits[0] == '1' && digits[1] >= '3';
}
