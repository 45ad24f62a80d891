using System.Buffers;
using System.Text.Json;

namespace Azure.Communication.Email.Http;

/// <summary>The body of <c>POST /emails:send</c>; a list or field that was not given is not written.</summary>
internal static class EmailBody
{
    public static ReadOnlyMemory<byte> Of(EmailMessage email)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            WriteHeaders(writer, email.Headers);
            writer.WriteString("senderAddress", email.SenderAddress);
            WriteContent(writer, email.Content);
            WriteRecipients(writer, email.Recipients);
            WriteIfAny(writer, "replyTo", email.ReplyTo);
            if (email.UserEngagementTrackingDisabled is { } disabled)
                writer.WriteBoolean("userEngagementTrackingDisabled", disabled);

            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private static void WriteHeaders(Utf8JsonWriter writer, IDictionary<string, string> headers)
    {
        if (headers.Count == 0) return;
        writer.WriteStartObject("headers");
        foreach (var (name, value) in headers)
            writer.WriteString(name, value);

        writer.WriteEndObject();
    }

    private static void WriteContent(Utf8JsonWriter writer, EmailContent content)
    {
        writer.WriteStartObject("content");
        writer.WriteString("subject", content.Subject);
        JsonText.WriteIfGiven(writer, "plainText", content.PlainText);
        JsonText.WriteIfGiven(writer, "html", content.Html);
        writer.WriteEndObject();
    }

    private static void WriteRecipients(Utf8JsonWriter writer, EmailRecipients recipients)
    {
        writer.WriteStartObject("recipients");
        Write(writer, "to", recipients.To);
        WriteIfAny(writer, "cc", recipients.CC);
        WriteIfAny(writer, "bcc", recipients.BCC);
        writer.WriteEndObject();
    }

    private static void WriteIfAny(Utf8JsonWriter writer, string name, IList<EmailAddress> addresses)
    {
        if (addresses.Count > 0) Write(writer, name, addresses);
    }

    private static void Write(Utf8JsonWriter writer, string name, IList<EmailAddress> addresses)
    {
        writer.WriteStartArray(name);
        foreach (var address in addresses)
        {
            writer.WriteStartObject();
            writer.WriteString("address", address.Address);
            JsonText.WriteIfGiven(writer, "displayName", address.DisplayName);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
