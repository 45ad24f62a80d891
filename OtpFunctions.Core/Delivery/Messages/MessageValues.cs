using System.Globalization;
using System.Net;

namespace OtpFunctions.Core.Delivery.Messages;

/// <summary>What stands for the placeholders of one message. No record: it cannot print its code.</summary>
internal sealed class MessageValues(string code, int minutes, string site)
{
    /// <summary>The value of a placeholder by its name, as it is or for HTML.</summary>
    public string Of(string name, bool isHtml)
    {
        var value = name switch
        {
            Placeholders.Code => code,
            Placeholders.Minutes => minutes.ToString(CultureInfo.InvariantCulture),
            Placeholders.Site => site,
            _ => throw new ArgumentOutOfRangeException(nameof(name)),
        };
        return isHtml ? WebUtility.HtmlEncode(value) : value;
    }
}
