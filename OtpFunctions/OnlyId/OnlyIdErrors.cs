using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using OtpFunctions.Core;
using OtpFunctions.Core.Telemetry;
using OtpFunctions.Http;

namespace OtpFunctions.OnlyId;

/// <summary>
/// Every refusal as <c>{"error": text}</c>. The document: 40X, mostly 400; ours: 429 and 503 with Retry-After where
/// waiting helps, 413 for a body over the cap, 500 for a fault of the service.
/// </summary>
internal sealed class OnlyIdErrors : IErrorShape
{
    public string FunctionPrefix => "OnlyId";

    IResult IErrorShape.For(Failure failure) => For(failure);

    public static IResult For(Failure failure)
    {
        CodeMetrics.Refused("onlyid", failure.Code);
        return OnlyIdResponses.Error(TextOf(failure.Code), StatusOf(failure.Code), failure.RetryAfter);
    }

    /// <summary>The answer to a request that could not be read.</summary>
    public static IResult For(JsonBody body, string error) => OnlyIdResponses.Error(
        error,
        body.Problem == BodyProblem.TooLarge ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest);

    public static string TextOf(BodyProblem problem) => problem switch
    {
        BodyProblem.TooLarge => $"请求体不能超过{JsonBody.MaxBytes}字节",
        BodyProblem.Malformed => "请求体应为一个有效的JSON对象",
    };

    [return: NotNullIfNotNull(nameof(problem))]
    public static string? TextOf(FieldProblem? problem) => problem is null
        ? null
        : problem.IsMissing ? $"{problem.Name} 必填" : $"{problem.Name} 应为{NameOf(problem.Expected)}";

    private static string NameOf(JsonType type) => type switch
    {
        JsonType.Text => "字符串",
        JsonType.Integer => "整数",
        JsonType.Truth => "布尔值",
    };

    private static string TextOf(FailureCode code) => code switch
    {
        FailureCode.ApplicationUnknown => "应用不存在或Client ID错误，请检查",
        FailureCode.ApplicationSecretWrong => "应用Secret错误，请检查",
        FailureCode.CodeRejected => "验证码错误或超过有效期",
        FailureCode.AddressInvalid => "recipient 应为手机号或电子邮箱",
        FailureCode.ChannelClosed => "不支持该类型的接收人",
        FailureCode.CallerTooOften or FailureCode.Contended => "请求过于频繁，请稍后再试",
        FailureCode.DestinationRefused => "不支持向该国家或地区发送",
        FailureCode.BudgetSpent => "发送量已达上限，请稍后再试",
        FailureCode.TemplateUnavailable => "验证码模板不可用",
        FailureCode.TooOften => "发送过于频繁，请稍后再试",
        FailureCode.DayLimitReached => "今日发送次数已达上限",
        FailureCode.RecipientRefused => "接收人无法接收验证码，请检查",
        FailureCode.DeliveryFailed => "验证码发送失败，请稍后再试",
        FailureCode.DeliveryTimedOut => "发送服务未及时响应，若未收到验证码请稍后再试",
        FailureCode.StorageUnavailable => "服务暂时不可用，请稍后再试",
        FailureCode.UserUnknown or FailureCode.AddressNotBound or FailureCode.AddressAlreadyBound
            or FailureCode.UserNameTaken or FailureCode.AddressTaken or FailureCode.CallerUnknown
            or FailureCode.PermissionMissing or FailureCode.SessionMissing or FailureCode.SessionOfAnother
            or FailureCode.SessionExpired or FailureCode.PictureFailed or FailureCode.Unexpected => "服务器内部错误",
    };

    private static int StatusOf(FailureCode code) => code switch
    {
        FailureCode.ApplicationUnknown or FailureCode.ApplicationSecretWrong or FailureCode.CodeRejected
            or FailureCode.RecipientRefused or FailureCode.AddressInvalid or FailureCode.ChannelClosed
            or FailureCode.DestinationRefused or FailureCode.TemplateUnavailable => StatusCodes.Status400BadRequest,
        FailureCode.CallerTooOften or FailureCode.BudgetSpent or FailureCode.TooOften
            or FailureCode.DayLimitReached => StatusCodes.Status429TooManyRequests,
        FailureCode.DeliveryFailed or FailureCode.DeliveryTimedOut or FailureCode.Contended
            or FailureCode.StorageUnavailable => StatusCodes.Status503ServiceUnavailable,
        FailureCode.UserUnknown or FailureCode.AddressNotBound or FailureCode.AddressAlreadyBound
            or FailureCode.UserNameTaken or FailureCode.AddressTaken or FailureCode.CallerUnknown
            or FailureCode.PermissionMissing or FailureCode.SessionMissing or FailureCode.SessionOfAnother
            or FailureCode.SessionExpired or FailureCode.PictureFailed or FailureCode.Unexpected => StatusCodes.Status500InternalServerError,
    };
}
