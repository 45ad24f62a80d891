using System.Text.Json;

namespace OtpFunctions.Captcha;

/// <summary>
/// Takes values out of an object and remembers what was wrong. Unlike in the other dialects null is a value, and a wrong
/// one: the document tells missing keys and wrong values apart.
/// </summary>
/// <param name="root">The object, or null for one that could not be taken.</param>
internal sealed class CaptchaFields(JsonElement? root)
{
    /// <summary>What was wrong with the values taken so far.</summary>
    public CaptchaFault? Fault { get; private set; }

    public bool Has(string name) => root?.TryGetProperty(name, out _) == true;

    public void Require(string name) => Find(name);

    public void Refuse() => Fault ??= CaptchaFault.ValueWrong;

    public string Text(string name) => Find(name) is { } value ? TextOf(value) : "";

    public string? OptionalText(string name) => Has(name) ? Text(name) : null;

    public bool OptionalTruth(string name)
    {
        if (!Has(name))
        {
            return false;
        }

        var kind = Find(name)!.Value.ValueKind;
        if (kind is not (JsonValueKind.True or JsonValueKind.False))
        {
            Refuse();
        }

        return kind == JsonValueKind.True;
    }

    public void ExpectZero(string name)
    {
        if (Find(name) is { } value
            && !(value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) && number == 0))
        {
            Refuse();
        }
    }

    public CaptchaFields Object(string name)
    {
        if (Find(name) is not { } value)
        {
            return new CaptchaFields(null);
        }

        if (value.ValueKind == JsonValueKind.Object)
        {
            return new CaptchaFields(value);
        }

        Refuse();
        return new CaptchaFields(null);
    }

    private JsonElement? Find(string name)
    {
        if (root is { } from && from.TryGetProperty(name, out var value))
        {
            return value;
        }

        Fault = CaptchaFault.KeyMissing;
        return null;
    }

    private string TextOf(JsonElement value)
    {
        try
        {
            if (value.ValueKind == JsonValueKind.String)
            {
                return value.GetString()!;
            }
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, escaped: valid JSON, but no text.
        }

        Refuse();
        return "";
    }
}
