namespace OtpFunctions.Core;

/// <summary>Why the core refused. Every dialect maps each member, or does not build (CS8509).</summary>
public enum FailureCode
{
    /// <summary>No application has this id.</summary>
    ApplicationUnknown,

    /// <summary>The application exists and its secret is another.</summary>
    ApplicationSecretWrong,

    /// <summary>What was given is neither an e-mail address nor a phone number of the channel.</summary>
    AddressInvalid,

    /// <summary>The user already has an address of this kind, and this is for those who have none.</summary>
    AddressAlreadyBound,

    /// <summary>The operator has not opened this channel.</summary>
    ChannelClosed,

    /// <summary>No user has this name or address.</summary>
    UserUnknown,

    /// <summary>The user has no address of the kind that is needed.</summary>
    AddressNotBound,

    /// <summary>Another user has this name.</summary>
    UserNameTaken,

    /// <summary>Another user has this e-mail address or phone number.</summary>
    AddressTaken,

    /// <summary>No caller has this token.</summary>
    CallerUnknown,

    /// <summary>The caller may not do this.</summary>
    PermissionMissing,

    /// <summary>Nobody is signed in, and this is for those who are.</summary>
    SessionMissing,

    /// <summary>The session's token is of another account.</summary>
    SessionOfAnother,

    /// <summary>The session's token is wrong, closed or expired.</summary>
    SessionExpired,

    /// <summary>The caller's network address made too many calls; <see cref="Failure.RetryAfter"/> tells how long.</summary>
    CallerTooOften,

    /// <summary>The operator does not send to this country.</summary>
    DestinationRefused,

    /// <summary>A daily cap over many recipients is spent: of a country, of a number prefix, or of the whole service.</summary>
    BudgetSpent,

    /// <summary>The operator has switched this template off, or there is none for the channel.</summary>
    TemplateUnavailable,

    /// <summary>A rate window of the recipient is full; <see cref="Failure.RetryAfter"/> tells when it opens.</summary>
    TooOften,

    /// <summary>The recipient's sends of the calendar day are spent; they return at the next midnight.</summary>
    DayLimitReached,

    /// <summary>The code is wrong, expired, used, superseded, locked, or there never was one: nobody is told which.</summary>
    CodeRejected,

    /// <summary>The provider says that this recipient cannot be reached.</summary>
    RecipientRefused,

    /// <summary>
    /// The provider is out or refuses us; the send was given back. <see cref="Failure.RetryAfter"/> may tell for how long.
    /// </summary>
    DeliveryFailed,

    /// <summary>A captcha's picture could not be drawn.</summary>
    PictureFailed,

    /// <summary>
    /// The provider got the message and did not answer. It may still arrive: its code is good and the send counts.
    /// </summary>
    DeliveryTimedOut,

    /// <summary>Too many writers at once; every retry lost. Nothing was changed.</summary>
    Contended,

    /// <summary>The storage did not answer in time or answered with a fault.</summary>
    StorageUnavailable,

    /// <summary>A fault of the service itself.</summary>
    Unexpected,
}
