using System.Buffers;

namespace OtpFunctions.Tests.Delivery.Messages;

/// <summary>Counts an SMS as a network does (3GPP TS 23.038 and 23.040): in GSM 7-bit characters if it can be, else in UCS-2.</summary>
internal static class SmsLength
{
    private static SearchValues<char> Basic { get; } = SearchValues.Create(
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
        + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà");

    private static SearchValues<char> Extension { get; } = SearchValues.Create("\f^{}\\[~]|€");

    public static bool IsGsm7(string text) => text.All(symbol => Basic.Contains(symbol) || Extension.Contains(symbol));

    /// <summary>Units of the alphabet it needs; a character of the extension takes two.</summary>
    public static int Units(string text) => text.Length + (IsGsm7(text) ? text.Count(Extension.Contains) : 0);

    public static int Parts(string text)
    {
        var (single, joined) = IsGsm7(text) ? (160, 153) : (70, 67);
        var units = Units(text);
        return units <= single ? 1 : (units + joined - 1) / joined;
    }
}
