using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace Azure.Communication.Sms.Http;

/// <summary>The body of <c>POST /sms</c>.</summary>
internal static class SmsBody
{
    public static ReadOnlyMemory<byte> Of(
        string from, IReadOnlyList<SmsRecipient> recipients, string message, SmsSendOptions? options)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("from", from);
            WriteRecipients(writer, recipients);
            writer.WriteString("message", message);
            if (options is not null) WriteOptions(writer, options);
            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private static void WriteRecipients(Utf8JsonWriter writer, IReadOnlyList<SmsRecipient> recipients)
    {
        writer.WriteStartArray("smsRecipients");
        foreach (var recipient in recipients)
        {
            writer.WriteStartObject();
            writer.WriteString("to", recipient.To);
            writer.WriteString("repeatabilityRequestId", recipient.RequestId.ToString());
            writer.WriteString(
                "repeatabilityFirstSent", recipient.FirstSent.ToString("r", CultureInfo.InvariantCulture));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteOptions(Utf8JsonWriter writer, SmsSendOptions options)
    {
        writer.WriteStartObject("smsSendOptions");
        writer.WriteBoolean("enableDeliveryReport", options.EnableDeliveryReport);
        JsonText.WriteIfGiven(writer, "tag", options.Tag);
        writer.WriteEndObject();
    }
}
