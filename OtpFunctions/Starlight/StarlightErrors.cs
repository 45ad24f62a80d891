using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using OtpFunctions.Core;
using OtpFunctions.Core.Telemetry;
using OtpFunctions.Http;

namespace OtpFunctions.Starlight;

/// <summary>Every refusal in the envelope. Published: 1111 and 10475; the other codes are ours (docs/dialects/starlight.md).</summary>
internal sealed class StarlightErrors : IErrorShape
{
    private const int BadRequest = 400;
    private const int Forbidden = 403;
    private const int Internal = 500;
    private const int Unavailable = 503;
    private const int NetworkTooOften = 1111;
    private const int UnknownUser = 10401;
    private const int NothingBound = 10402;
    private const int CodeWrong = 10475;
    private const int NotDelivered = 10501;
    private const int SendsSpent = 10502;

    public string FunctionPrefix => "Starlight";

    IResult IErrorShape.For(Failure failure) => For(failure);

    public static IResult For(Failure failure)
    {
        CodeMetrics.Refused("starlight", failure.Code);
        var (code, info) = Describe(failure.Code);
        return StarlightResponses.Error(code, info, retryAfter: failure.RetryAfter);
    }

    /// <summary>The answer to a request that could not be read.</summary>
    public static IResult For(JsonBody body, string error) => StarlightResponses.Error(
        BadRequest,
        error,
        body.Problem == BodyProblem.TooLarge ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status200OK);

    public static string TextOf(BodyProblem problem) => problem switch
    {
        BodyProblem.TooLarge => $"请求体不能超过{JsonBody.MaxBytes}字节",
        BodyProblem.Malformed => "请求体应为一个有效的JSON对象",
    };

    [return: NotNullIfNotNull(nameof(problem))]
    public static string? TextOf(FieldProblem? problem) => problem is null
        ? null
        : problem.IsMissing ? $"{problem.Name}不能为空" : $"{problem.Name}的类型错误";

    private static (int Code, string Info) Describe(FailureCode code) => code switch
    {
        FailureCode.CallerTooOften => (NetworkTooOften, "您使用的IP地址在单位时间内调用api接口的次数已达到上限"),
        FailureCode.CallerUnknown or FailureCode.PermissionMissing => (Forbidden, "没有权限调用该接口"),
        FailureCode.UserUnknown or FailureCode.AddressInvalid => (UnknownUser, "用户不存在"),
        FailureCode.AddressNotBound => (NothingBound, "用户未绑定手机或邮箱"),
        FailureCode.CodeRejected => (CodeWrong, "验证码错误或已过期"),
        FailureCode.RecipientRefused or FailureCode.DeliveryFailed or FailureCode.ChannelClosed
            or FailureCode.TemplateUnavailable => (NotDelivered, "验证码发送失败"),
        FailureCode.DeliveryTimedOut => (NotDelivered, "验证码发送服务未及时响应"),
        FailureCode.DestinationRefused => (NotDelivered, "不支持向该手机号发送验证码"),
        FailureCode.TooOften or FailureCode.DayLimitReached or FailureCode.BudgetSpent => (SendsSpent, "发送次数已达到上限"),
        FailureCode.Contended or FailureCode.StorageUnavailable => (Unavailable, "系统繁忙，请稍后再试"),
        FailureCode.ApplicationUnknown or FailureCode.ApplicationSecretWrong or FailureCode.AddressAlreadyBound
            or FailureCode.UserNameTaken or FailureCode.AddressTaken or FailureCode.SessionMissing
            or FailureCode.SessionOfAnother or FailureCode.SessionExpired or FailureCode.PictureFailed
            or FailureCode.Unexpected
            => (Internal, "系统内部错误"),
    };
}
