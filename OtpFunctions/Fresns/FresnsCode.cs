namespace OtpFunctions.Fresns;

/// <summary>The codes of the envelope: Fresns' own numbers, and two of ours (docs/dialects/fresns.md).</summary>
internal enum FresnsCode
{
    Ok = 0,
    BodyInvalid = 30000,
    FieldMissing = 30001,
    FieldWrong = 30002,

    /// <summary>Ours: the service is busy or its storage out.</summary>
    Busy = 30003,

    /// <summary>Ours: a fault of the service.</summary>
    Unexpected = 30004,
    NotSignedIn = 31501,
    AccountWrong = 31502,
    TokenWrong = 31503,
    NoProvider = 32100,
    DeliveryTimedOut = 32301,
    DeliveryFailed = 32302,
    TemplateMissing = 33200,
    TooOften = 33201,
    CodeEmpty = 33202,
    CodeWrong = 33203,
    EmailWrong = 34101,
    PhoneWrong = 34102,
    CountryWrong = 34103,
    EmailDisposable = 34110,
    EmailTaken = 34205,
    PhoneTaken = 34206,
    AccountUnknown = 34301,
    EmailUnbound = 34302,
    PhoneUnbound = 34303,
    EmailBound = 34401,
    PhoneBound = 34402,
}
