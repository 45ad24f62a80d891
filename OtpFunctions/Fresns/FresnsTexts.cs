using OtpFunctions.Core.Delivery.Messages;

namespace OtpFunctions.Fresns;

/// <summary>The envelope's messages, in our words: Fresns lets each site have its own.</summary>
internal static class FresnsTexts
{
    public static string Of(FresnsCode code, MessageLanguage language) => language switch
    {
        MessageLanguage.ZhHans => InZhHans(code),
        MessageLanguage.ZhHant => InZhHant(code),
        MessageLanguage.En => InEn(code),
    };

    private static string InZhHans(FresnsCode code) => code switch
    {
        FresnsCode.Ok => "ok",
        FresnsCode.BodyInvalid => "请求内容无效",
        FresnsCode.FieldMissing => "缺少必填参数",
        FresnsCode.FieldWrong => "参数值错误",
        FresnsCode.Busy => "系统繁忙，请稍后再试",
        FresnsCode.Unexpected => "系统内部错误",
        FresnsCode.NotSignedIn => "请先登录",
        FresnsCode.AccountWrong => "账号信息错误",
        FresnsCode.TokenWrong => "登录凭证错误或已过期",
        FresnsCode.NoProvider => "该类型的验证码服务未启用",
        FresnsCode.DeliveryTimedOut => "验证码服务商未及时响应",
        FresnsCode.DeliveryFailed => "验证码发送失败",
        FresnsCode.TemplateMissing => "验证码模板不存在或未启用",
        FresnsCode.TooOften => "操作过于频繁，请稍后再试",
        FresnsCode.CodeEmpty => "请输入验证码",
        FresnsCode.CodeWrong => "验证码错误或已过期",
        FresnsCode.EmailWrong => "邮箱格式错误",
        FresnsCode.PhoneWrong => "手机号格式错误",
        FresnsCode.CountryWrong => "国际区号错误或不受支持",
        FresnsCode.EmailDisposable => "不支持该邮箱服务商",
        FresnsCode.EmailTaken => "邮箱已被使用",
        FresnsCode.PhoneTaken => "手机号已被使用",
        FresnsCode.AccountUnknown => "账号不存在",
        FresnsCode.EmailUnbound => "账号未绑定邮箱",
        FresnsCode.PhoneUnbound => "账号未绑定手机号",
        FresnsCode.EmailBound => "账号已绑定邮箱",
        FresnsCode.PhoneBound => "账号已绑定手机号",
    };

    private static string InZhHant(FresnsCode code) => code switch
    {
        FresnsCode.Ok => "ok",
        FresnsCode.BodyInvalid => "請求內容無效",
        FresnsCode.FieldMissing => "缺少必填參數",
        FresnsCode.FieldWrong => "參數值錯誤",
        FresnsCode.Busy => "系統繁忙，請稍後再試",
        FresnsCode.Unexpected => "系統內部錯誤",
        FresnsCode.NotSignedIn => "請先登入",
        FresnsCode.AccountWrong => "帳號資訊錯誤",
        FresnsCode.TokenWrong => "登入憑證錯誤或已過期",
        FresnsCode.NoProvider => "該類型的驗證碼服務未啟用",
        FresnsCode.DeliveryTimedOut => "驗證碼服務商未及時回應",
        FresnsCode.DeliveryFailed => "驗證碼傳送失敗",
        FresnsCode.TemplateMissing => "驗證碼範本不存在或未啟用",
        FresnsCode.TooOften => "操作過於頻繁，請稍後再試",
        FresnsCode.CodeEmpty => "請輸入驗證碼",
        FresnsCode.CodeWrong => "驗證碼錯誤或已過期",
        FresnsCode.EmailWrong => "電子郵件格式錯誤",
        FresnsCode.PhoneWrong => "手機號碼格式錯誤",
        FresnsCode.CountryWrong => "國際區號錯誤或不受支援",
        FresnsCode.EmailDisposable => "不支援該電子郵件服務商",
        FresnsCode.EmailTaken => "電子郵件已被使用",
        FresnsCode.PhoneTaken => "手機號碼已被使用",
        FresnsCode.AccountUnknown => "帳號不存在",
        FresnsCode.EmailUnbound => "帳號未綁定電子郵件",
        FresnsCode.PhoneUnbound => "帳號未綁定手機號碼",
        FresnsCode.EmailBound => "帳號已綁定電子郵件",
        FresnsCode.PhoneBound => "帳號已綁定手機號碼",
    };

    private static string InEn(FresnsCode code) => code switch
    {
        FresnsCode.Ok => "ok",
        FresnsCode.BodyInvalid => "The request is not valid",
        FresnsCode.FieldMissing => "A required parameter is missing",
        FresnsCode.FieldWrong => "A parameter has a wrong value",
        FresnsCode.Busy => "The system is busy, please try again later",
        FresnsCode.Unexpected => "Internal error",
        FresnsCode.NotSignedIn => "Please sign in first",
        FresnsCode.AccountWrong => "The account is wrong",
        FresnsCode.TokenWrong => "The token is wrong or expired",
        FresnsCode.NoProvider => "Codes of this type are not available",
        FresnsCode.DeliveryTimedOut => "The provider of codes did not answer",
        FresnsCode.DeliveryFailed => "The code could not be sent",
        FresnsCode.TemplateMissing => "There is no such template",
        FresnsCode.TooOften => "Too many requests, please try again later",
        FresnsCode.CodeEmpty => "Please enter the code",
        FresnsCode.CodeWrong => "The code is wrong or expired",
        FresnsCode.EmailWrong => "This is not an e-mail address",
        FresnsCode.PhoneWrong => "This is not a phone number",
        FresnsCode.CountryWrong => "The country code is wrong or not supported",
        FresnsCode.EmailDisposable => "This e-mail provider is not supported",
        FresnsCode.EmailTaken => "This e-mail address is in use",
        FresnsCode.PhoneTaken => "This phone number is in use",
        FresnsCode.AccountUnknown => "There is no such account",
        FresnsCode.EmailUnbound => "The account has no e-mail address",
        FresnsCode.PhoneUnbound => "The account has no phone number",
        FresnsCode.EmailBound => "The account already has an e-mail address",
        FresnsCode.PhoneBound => "The account already has a phone number",
    };
}
