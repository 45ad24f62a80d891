using System.Diagnostics.CodeAnalysis;
using OtpFunctions.Core.Addresses;

namespace OtpFunctions.Core.Delivery.Messages;

/// <summary>The templates that are switched off, each for one channel.</summary>
internal sealed class MessageSwitches
{
    private readonly HashSet<(MessageTemplate, DeliveryChannel)> _off = [];

    private MessageSwitches()
    {
    }

    /// <summary>Reads <c>DeleteAccount:Sms,LogIn:Email</c>; an empty list switches nothing off.</summary>
    public static bool TryRead(string list, [NotNullWhen(true)] out MessageSwitches? switches)
    {
        switches = new();
        foreach (var entry in list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (entry.Split(':') is not [var template, var channel]
                || EnumNames.Find<MessageTemplate>(template) is not { } ofTemplate
                || EnumNames.Find<DeliveryChannel>(channel) is not { } ofChannel)
            {
                switches = null;
                return false;
            }

            switches._off.Add((ofTemplate, ofChannel));
        }

        return true;
    }

    public bool IsOff(MessageTemplate template, DeliveryChannel channel) => _off.Contains((template, channel));
}
