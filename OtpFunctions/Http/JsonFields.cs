using System.Globalization;
using System.Text.Json;

namespace OtpFunctions.Http;

/// <summary>
/// Takes typed fields out of an object and remembers the first that is missing or wrong, so that a request is read
/// top to bottom and checked once. Absent and null are the same; unknown fields are left alone, as the originals do.
/// </summary>
internal sealed class JsonFields(JsonElement root)
{
    /// <summary>The first field that could not be taken.</summary>
    public FieldProblem? Problem { get; private set; }

    public string RequiredText(string name)
    {
        var text = OptionalText(name);
        if (string.IsNullOrWhiteSpace(text))
        {
            Problem ??= new FieldProblem(name, IsMissing: true, JsonType.Text);
        }

        return text ?? "";
    }

    public string? OptionalText(string name)
    {
        if (Find(name) is not { } element)
        {
            return null;
        }

        try
        {
            return element.ValueKind == JsonValueKind.String ? element.GetString() : Wrong<string>(name, JsonType.Text);
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, escaped: valid JSON, but no text.
            return Wrong<string>(name, JsonType.Text);
        }
    }

    public int? OptionalInteger(string name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } element when element.TryGetInt32(out var number) => number,
        _ => Wrong<int?>(name, JsonType.Integer),
    };

    /// <summary>A whole number, or digits as text, which clients send alike; as text.</summary>
    public string? OptionalIntegerOrText(string name) => Find(name) is { ValueKind: JsonValueKind.Number }
        ? OptionalInteger(name)?.ToString(CultureInfo.InvariantCulture)
        : OptionalText(name);

    public bool? OptionalTruth(string name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        _ => Wrong<bool?>(name, JsonType.Truth),
    };

    /// <summary>A list of strings, or null for anything else: what it must hold is the reader's to say.</summary>
    public IReadOnlyList<string>? TextList(string name)
    {
        if (Find(name) is not { ValueKind: JsonValueKind.Array } list
            || list.EnumerateArray().Any(element => element.ValueKind != JsonValueKind.String))
        {
            return null;
        }

        try
        {
            return [.. list.EnumerateArray().Select(element => element.GetString()!)];
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, as above.
            return null;
        }
    }

    public int RequiredInteger(string name) => Required(name, OptionalInteger(name), JsonType.Integer);

    public bool RequiredTruth(string name) => Required(name, OptionalTruth(name), JsonType.Truth);

    private JsonElement? Find(string name) =>
        root.TryGetProperty(name, out var element) && element.ValueKind != JsonValueKind.Null ? element : null;

    private T Required<T>(string name, T? value, JsonType expected)
        where T : struct
    {
        if (value is null)
        {
            Problem ??= new FieldProblem(name, IsMissing: true, expected);
        }

        return value.GetValueOrDefault();
    }

    private T? Wrong<T>(string name, JsonType expected)
    {
        Problem ??= new FieldProblem(name, IsMissing: false, expected);
        return default;
    }
}
