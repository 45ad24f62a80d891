using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using OtpFunctions.Core.Addresses;

namespace OtpFunctions.Core.Directory;

/// <summary>
/// Reads what an external directory answers: <c>{"userName", "email", "telephone"}</c>, the addresses absent or null
/// where there is none, the number in international form. Other fields are left alone; anything else is no answer.
/// </summary>
internal static class DirectoryAnswer
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 8, AllowDuplicateProperties = false };

    public static bool TryRead(ReadOnlyMemory<byte> utf8, [NotNullWhen(true)] out User? user)
    {
        user = null;
        try
        {
            using var document = JsonDocument.Parse(utf8, Strict);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object
                || !TryText(root, "userName", out var text)
                || !TryText(root, "email", out var emailText)
                || !TryText(root, "telephone", out var phoneText)
                || !UserName.TryParse(text, out var name)
                || name != text)
            {
                return false;
            }

            EmailAddress? email = null;
            PhoneNumber? phone = null;
            if ((emailText is not null && !EmailAddress.TryParse(emailText, out email))
                || (phoneText is not null && !PhoneNumber.TryParse(phoneText, out phone)))
            {
                return false;
            }

            user = new User(name, email, phone);
            return true;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: bytes that are no UTF-8, half a surrogate pair.
            return false;
        }
    }

    private static bool TryText(JsonElement root, string name, out string? text)
    {
        text = null;
        if (!root.TryGetProperty(name, out var element) || element.ValueKind == JsonValueKind.Null)
        {
            return true;
        }

        if (element.ValueKind == JsonValueKind.String)
        {
            text = element.GetString();
        }

        return text is not null;
    }
}
