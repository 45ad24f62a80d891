using Microsoft.AspNetCore.Http;
using OtpFunctions.Core;
using OtpFunctions.Core.Telemetry;
using OtpFunctions.Http;

namespace OtpFunctions.Captcha;

/// <summary>
/// Every refusal in the envelope. The document's: -1, -2, 1000 and 1016; those of SMS are Tencent's numbers, to which the
/// document refers; 100 is of its later versions; 500 and 503 are ours (docs/dialects/captcha.md).
/// </summary>
internal sealed class CaptchaErrors : IErrorShape
{
    private const int KeyMissing = -1;
    private const int ValueWrong = -2;
    private const int AnswerWrong = 100;
    private const int Internal = 500;
    private const int Unavailable = 503;
    private const int NoPicture = 1000;
    private const int CallsTooOften = 1013;
    private const int NoTemplate = 1014;
    private const int NumberRefused = 1015;
    private const int NumberWrong = 1016;
    private const int ServiceDay = 1022;
    private const int NumberSeconds = 1023;
    private const int NumberHour = 1024;
    private const int NumberDay = 1025;
    private const int NotSupported = 1030;
    private const int NotDelivered = 60008;

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    // Not that of pictures, which are fetched by browsers: no envelope is of use there.
    public string FunctionPrefix => "CaptchaPost";

    IResult IErrorShape.For(Failure failure) => new CaptchaUnanswered(failure);

    public static IResult For(long id, Failure failure)
    {
        CodeMetrics.Refused("captcha", failure.Code);
        var (status, message) = Describe(failure);
        return CaptchaResponses.Error(id, status, message, failure.RetryAfter);
    }

    public static IResult For(long id, CaptchaFault fault) => fault switch
    {
        CaptchaFault.KeyMissing => CaptchaResponses.Error(id, KeyMissing, "Error JSON key"),
        CaptchaFault.ValueWrong => CaptchaResponses.Error(id, ValueWrong, "Error JSON value"),
    };

    /// <summary>The answer to what is no JSON object: no id can be read out of it.</summary>
    public static IResult For(BodyProblem problem) => problem switch
    {
        BodyProblem.TooLarge => CaptchaResponses.Error(
            CaptchaRequests.NoId, ValueWrong, "Error JSON value", httpStatus: StatusCodes.Status413PayloadTooLarge),
        BodyProblem.Malformed => For(CaptchaRequests.NoId, CaptchaFault.ValueWrong),
    };

    private static (int Status, string Message) Describe(Failure failure) => failure.Code switch
    {
        FailureCode.CodeRejected => (AnswerWrong, "Error captcha hash"),
        FailureCode.PictureFailed => (NoPicture, "验证码文件创建失败"),
        FailureCode.CallerTooOften => (CallsTooOften, "请求过于频繁，命中频率限制策略"),
        FailureCode.TemplateUnavailable => (NoTemplate, "短信模板不可用"),
        FailureCode.DestinationRefused or FailureCode.RecipientRefused => (NumberRefused, "该手机号无法接收短信"),
        FailureCode.AddressInvalid => (NumberWrong, "手机号格式错误"),
        FailureCode.BudgetSpent => (ServiceDay, "短信日下发条数超过设定的上限"),
        FailureCode.TooOften => DescribeWindow(failure.Window),
        FailureCode.DayLimitReached => (NumberDay, "单个手机号日下发短信条数超过设定的上限"),
        FailureCode.ChannelClosed => (NotSupported, "不支持该请求"),
        FailureCode.DeliveryFailed or FailureCode.DeliveryTimedOut => (NotDelivered, "短信下发失败或超时"),
        FailureCode.Contended or FailureCode.StorageUnavailable => (Unavailable, "系统繁忙，请稍后再试"),
        FailureCode.ApplicationUnknown or FailureCode.ApplicationSecretWrong or FailureCode.AddressAlreadyBound
            or FailureCode.UserUnknown or FailureCode.AddressNotBound or FailureCode.UserNameTaken
            or FailureCode.AddressTaken or FailureCode.CallerUnknown or FailureCode.PermissionMissing
            or FailureCode.SessionMissing or FailureCode.SessionOfAnother or FailureCode.SessionExpired
            or FailureCode.Unexpected => (Internal, "系统内部错误"),
    };

    // The number's own windows and the recipient's limits over all dialects alike.
    private static (int Status, string Message) DescribeWindow(TimeSpan? window) =>
        window < Hour ? (NumberSeconds, "单个手机号下发短信过于频繁，请稍后再试")
        : window > Hour ? (NumberDay, "单个手机号日下发短信条数超过设定的上限")
        : (NumberHour, "单个手机号1小时内下发短信条数超过设定的上限");
}
