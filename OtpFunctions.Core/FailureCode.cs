namespace OtpFunctions.Core;

/// <summary>Why the core refused. Every dialect maps each member, or does not build (CS8509).</summary>
public enum FailureCode
{
    /// <summary>No application has this id.</summary>
    ApplicationUnknown,

    /// <summary>The application exists and its secret is another.</summary>
    ApplicationSecretWrong,

    /// <summary>A rate window of the recipient is full; <see cref="Failure.RetryAfter"/> tells when it opens.</summary>
    TooOften,

    /// <summary>The recipient's sends of the calendar day are spent; they return at the next midnight.</summary>
    DayLimitReached,

    /// <summary>The code is wrong, expired, used, superseded, locked, or there never was one: nobody is told which.</summary>
    CodeRejected,

    /// <summary>The provider says that this recipient cannot be reached.</summary>
    RecipientRefused,

    /// <summary>The provider is out or refuses us; the send was given back.</summary>
    DeliveryFailed,

    /// <summary>Too many writers at once; every retry lost. Nothing was changed.</summary>
    Contended,

    /// <summary>The storage did not answer in time or answered with a fault.</summary>
    StorageUnavailable,

    /// <summary>A fault of the service itself.</summary>
    Unexpected,
}
