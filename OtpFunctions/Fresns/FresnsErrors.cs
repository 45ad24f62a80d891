using Microsoft.AspNetCore.Http;
using OtpFunctions.Core;
using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Delivery.Messages;
using OtpFunctions.Core.Telemetry;
using OtpFunctions.Http;

namespace OtpFunctions.Fresns;

/// <summary>Every refusal as Fresns numbers it (v2.21.4); where the number depends on the channel, that is asked.</summary>
/// <param name="messages">The default language.</param>
internal sealed class FresnsErrors(MessageOptions messages) : IErrorShape
{
    private const string Dialect = "fresns";

    public string FunctionPrefix => "Fresns";

    // The catch-all does not know the channel, which no fault of the service needs.
    IResult IErrorShape.For(Failure failure)
    {
        CodeMetrics.Refused(Dialect, failure.Code);
        return new FresnsFault(NumberOf(failure.Code, DeliveryChannel.Email), failure.RetryAfter, messages);
    }

    public static IResult For(Failure failure, VerifyCodeRequest request, MessageLanguage language) =>
        For(Number(failure, request), language);

    public static IResult For(FresnsRefusal refusal, MessageLanguage language)
    {
        if (refusal.Failure is { } failure)
        {
            CodeMetrics.Refused(Dialect, failure);
        }

        return FresnsResponses.Error(refusal.Code, language, refusal.RetryAfter);
    }

    /// <summary>The refusal with its number.</summary>
    public static FresnsRefusal Number(Failure failure, VerifyCodeRequest request) => new(
        failure.Code == FailureCode.AddressInvalid && request is { HasCountryCode: true, IsCountryKnown: false }
            ? FresnsCode.CountryWrong
            : NumberOf(failure.Code, request.Channel),
        failure.RetryAfter,
        failure.Code);

    /// <summary>The answer to a body that is no JSON object.</summary>
    public static IResult For(BodyProblem problem, MessageLanguage language) => problem switch
    {
        BodyProblem.TooLarge => FresnsResponses.Error(
            FresnsCode.BodyInvalid, language, status: StatusCodes.Status413PayloadTooLarge),
        BodyProblem.Malformed => FresnsResponses.Error(FresnsCode.BodyInvalid, language),
    };

    /// <summary>The answer to a field that is missing or not what it should be.</summary>
    public static FresnsCode NumberOf(FieldProblem problem) =>
        problem.IsMissing ? FresnsCode.FieldMissing : FresnsCode.FieldWrong;

    private static FresnsCode NumberOf(FailureCode code, DeliveryChannel channel) => code switch
    {
        FailureCode.SessionMissing => FresnsCode.NotSignedIn,
        FailureCode.SessionOfAnother => FresnsCode.AccountWrong,
        FailureCode.SessionExpired => FresnsCode.TokenWrong,
        FailureCode.ChannelClosed => FresnsCode.NoProvider,
        FailureCode.AddressTaken => Of(channel, FresnsCode.EmailTaken, FresnsCode.PhoneTaken),
        FailureCode.UserUnknown => FresnsCode.AccountUnknown,
        FailureCode.AddressAlreadyBound => Of(channel, FresnsCode.EmailBound, FresnsCode.PhoneBound),
        FailureCode.AddressNotBound => Of(channel, FresnsCode.EmailUnbound, FresnsCode.PhoneUnbound),
        FailureCode.AddressInvalid => Of(channel, FresnsCode.EmailWrong, FresnsCode.PhoneWrong),
        FailureCode.DestinationRefused => FresnsCode.CountryWrong,
        FailureCode.TooOften or FailureCode.DayLimitReached or FailureCode.BudgetSpent or FailureCode.CallerTooOften
            => FresnsCode.TooOften,
        FailureCode.TemplateUnavailable => FresnsCode.TemplateMissing,
        FailureCode.RecipientRefused or FailureCode.DeliveryFailed => FresnsCode.DeliveryFailed,
        FailureCode.DeliveryTimedOut => FresnsCode.DeliveryTimedOut,
        FailureCode.CodeRejected => FresnsCode.CodeWrong,
        FailureCode.Contended or FailureCode.StorageUnavailable => FresnsCode.Busy,
        FailureCode.ApplicationUnknown or FailureCode.ApplicationSecretWrong or FailureCode.UserNameTaken
            or FailureCode.CallerUnknown or FailureCode.PermissionMissing or FailureCode.PictureFailed
            or FailureCode.Unexpected
            => FresnsCode.Unexpected,
    };

    private static FresnsCode Of(DeliveryChannel channel, FresnsCode email, FresnsCode phone) =>
        channel == DeliveryChannel.Email ? email : phone;
}
