namespace OtpFunctions.Core.Delivery.Messages;

/// <summary>The languages there are texts in.</summary>
public enum MessageLanguage
{
    /// <summary>Chinese in simplified characters, zh-Hans.</summary>
    ZhHans,

    /// <summary>Chinese in traditional characters, zh-Hant.</summary>
    ZhHant,

    /// <summary>English, en.</summary>
    En,
}
