using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OtpFunctions.Tests.Addresses;
using OtpFunctions.Tests.Http;

namespace OtpFunctions.Tests.Fuzz;

/// <summary>Takes an object's fields apart and writes them again, one of them not as it was. The text is mostly JSON.</summary>
internal static class JsonMutator
{
    /// <summary>Values that no field expects, as JSON.</summary>
    private static readonly string[] Values =
    [
        "null", "true", "false", "0", "-0", "-1", "1", "1e400", "-1e400", "1E-400", "0.1", "1.0", "1e2", "2147483647",
        "2147483648", "-2147483649", "9223372036854775808", "1" + new string('0', 5000), "[]", "{}", "[[]]", "[null]",
        "[\"\"]", "{\"\":{}}", "\"\"", "\" \"", "\"0\"", "\"-1\"", "\"null\"", "\"\\u0000\"", "\"a\\u0000b\"",
        "\"\\ud800\"", "\"\\udc00\\ud800\"", "[\"\\ud800\"]", "{\"\\ud83d\\ude00\":\"\\ud83d\"}", "\"\\ufeff1\"",
        "\"\\r\\nBcc: a@example.com\"", "\"a@example.com\\r\\nTo: b@example.com\"", "\"13612345678\\n\"",
        "\"\uFF11\uFF13\uFF16\uFF11\uFF12\uFF13\uFF14\uFF15\uFF16\uFF17\uFF18\"", "\"\u0661\u0662\u0663\u0664\u0665\u0666\"",
        "\"\u202Emoc.elpmaxe@a\"", "\"\u212A@example.com\"", "\"a@ex\u0430mple.com\"", "\"../../../x/y\"",
        "\"' or '1' eq '1\"", "\"{0}%s%n${jndi:x}{{code}}\"", "\"<script>\"", "\"9999-12-31T23:59:59.9999999-14:00\"",
        "\"0001-01-01T00:00:00Z\"", "\"" + new string('9', 300) + "\"", "\"" + new string('a', 2000) + "\"",
        "\"" + new string('\u00E9', 7000) + "\"", "\"a@" + new string('.', 5000) + "\"",
        "\"+86" + new string(' ', 3000) + "13612345678\"",
    ];

    public static string Mutate(JsonNode node, SeededBytes bytes, List<string> story)
    {
        if (node is JsonArray list)
            return InList(list, bytes, story);

        if (node is not JsonObject fields || fields.Count == 0)
            return Value(bytes);

        var texts = fields.Select(field => (Name: JsonSerializer.Serialize(field.Key), Text: Write(field.Value))).ToList();
        var at = bytes.Next(texts.Count);
        var (name, text) = texts[at];
        var inner = fields.ElementAt(at).Value;
        if (inner is JsonObject or JsonArray && bytes.Next(4) > 0)
        {
            texts[at] = (name, Mutate(inner, bytes, story));
            return Join(texts);
        }

        switch (bytes.Next(10))
        {
            case 0:
                story.Add($"without {name}");
                texts.RemoveAt(at);
                break;
            case 1:
                story.Add($"{name} twice");
                texts.Insert(bytes.Next(texts.Count + 1), (name, bytes.Next(2) == 0 ? text : Value(bytes)));
                break;
            case 2:
                story.Add($"{name} in capitals");
                texts[at] = (name.ToUpperInvariant(), text);
                break;
            case 3:
                story.Add($"{name} nested");
                texts[at] = (name, Nest(text, 1 + bytes.Next(bytes.Next(8) == 0 ? 10_000 : 10)));
                break;
            case 4:
                story.Add("a field more");
                texts.Add((bytes.Next(2) == 0 ? Quote(bytes.Utf16(20)) : "\"\\ud800\"", Value(bytes)));
                break;
            case 5 when inner?.GetValueKind() == JsonValueKind.String:
                story.Add($"{name} with something put in");
                texts[at] = (name, PutIn(text, bytes));
                break;
            default:
                story.Add($"{name} replaced");
                texts[at] = (name, Value(bytes));
                break;
        }

        return Join(texts);
    }

    private static string InList(JsonArray list, SeededBytes bytes, List<string> story)
    {
        var texts = list.Select(Write).ToList();
        if (texts.Count > 0 && bytes.Next(5) > 0)
        {
            var at = bytes.Next(texts.Count);
            texts[at] = Mutate(list[at]!, bytes, story);
        }
        else
        {
            story.Add("a list with something put in");
            texts.Insert(bytes.Next(texts.Count + 1), Value(bytes));
            if (bytes.Next(4) == 0)
                texts = [.. Enumerable.Repeat(texts[0], 1 + bytes.Next(100))];
        }

        return $"[{string.Join(',', texts)}]";
    }

    private static string Value(SeededBytes bytes) =>
        bytes.Next(8) == 0 ? Quote(bytes.Utf16(60)) : Values[bytes.Next(Values.Length)];

    private static string PutIn(string text, SeededBytes bytes)
    {
        var intruder = bytes.Next(2) == 0 ? $"\\u{bytes.Next(0x10000):x4}" : Escape((char)bytes.Next(0x80));
        return text.Insert(1 + bytes.Next(text.Length - 1), intruder);
    }

    private static string Escape(char one) => one is < ' ' or '"' or '\\' ? $"\\u{(int)one:x4}" : one.ToString();

    // As escapes of every unit: what is no Unicode is written too.
    private static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var unit in text)
            quoted.Append(System.Globalization.CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}");

        return quoted.Append('"').ToString();
    }

    private static string Nest(string text, int depth) =>
        depth % 2 == 0 ? BadBody.Nested(depth) : new string('[', depth) + text + new string(']', depth);

    private static string Write(JsonNode? value) => value?.ToJsonString() ?? "null";

    private static string Join(IEnumerable<(string Name, string Text)> fields) =>
        $"{{{string.Join(',', fields.Select(field => $"{field.Name}:{field.Text}"))}}}";
}
