using System.Text.Json;
using System.Text.RegularExpressions;

namespace OtpFunctions.Tests.Http.Docs;

/// <summary>
/// Whether an answer is what a document shows: the same names and types, the same values, and of what differs from call
/// to call (ids, secrets, codes, dates) the same form.
/// </summary>
internal static class JsonShape
{
    public static void AssertSame(JsonElement documented, JsonElement actual, string path = "$")
    {
        Assert.True(documented.ValueKind == actual.ValueKind, Difference());
        switch (documented.ValueKind)
        {
            case JsonValueKind.Object:
                AssertSameObject(documented, actual, path);
                break;
            case JsonValueKind.Array:
                AssertSameArray(documented, actual, path);
                break;
            case JsonValueKind.String:
                AssertSameText(documented.GetString()!, actual.GetString()!, path);
                break;
            // Set lower where tests solve challenges.
            case JsonValueKind.Number when path.EndsWith(".difficulty", StringComparison.Ordinal):
                break;
            default:
                Assert.True(documented.GetRawText() == actual.GetRawText(), Difference());
                break;
        }

        string Difference() => $"{path} is {actual.GetRawText()}, documented as {documented.GetRawText()}";
    }

    private static void AssertSameObject(JsonElement documented, JsonElement actual, string path)
    {
        Assert.Equal(
            documented.EnumerateObject().Select(field => $"{path}.{field.Name}"),
            actual.EnumerateObject().Select(field => $"{path}.{field.Name}"));
        foreach (var field in documented.EnumerateObject())
        {
            var value = field.Name == "text" ? WithCode(field.Value, documented, actual) : field.Value;
            AssertSame(value, actual.GetProperty(field.Name), $"{path}.{field.Name}");
        }
    }

    // The text of a message holds the code that stands beside it.
    private static JsonElement WithCode(JsonElement text, JsonElement documented, JsonElement actual) =>
        documented.TryGetProperty("code", out var shown) && actual.TryGetProperty("code", out var real)
            ? JsonSerializer.SerializeToElement(
                text.GetString()!.Replace(shown.GetString()!, real.GetString(), StringComparison.Ordinal))
            : text;

    // A list may be longer than the document has room for.
    private static void AssertSameArray(JsonElement documented, JsonElement actual, string path)
    {
        Assert.True(actual.GetArrayLength() >= documented.GetArrayLength(), $"{path} is too short");
        Assert.True(documented.GetArrayLength() > 0 || actual.GetArrayLength() == 0, $"{path} is not empty");
        foreach (var element in actual.EnumerateArray().Take(documented.GetArrayLength()))
            AssertSame(documented[0], element, path + "[]");
    }

    private static void AssertSameText(string documented, string actual, string path)
    {
        var form = FormOf(documented, path);
        Assert.True(
            form is null ? documented == actual : Regex.IsMatch(actual, form),
            $"{path} is '{actual}', documented as '{documented}'");
    }

    private static string? FormOf(string documented, string path)
    {
        string[] forms =
        [
            @"^[0-9a-f]{32}\z",
            @"^[0-9a-f]{64}\z",
            @"^[0-9a-f]{64}[0-9A-Za-z_-]{43}\z",
            @"^[0-9a-f]{32}\.png\z",
            @"^[0-9A-Za-z_-]{75}\z",
            @"^iVBORw0KGgo[0-9A-Za-z+/]+={0,2}\z",
            @"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\z",
            @"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\z",
            @"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{1,7}Z\z",
        ];
        string[] random = [".code", ".verification_code", ".data.title", ".data.rand"];
        return Array.Exists(random, name => path.EndsWith(name, StringComparison.Ordinal))
            ? $"^{(documented.All(char.IsAsciiDigit) ? "[0-9]" : "[0-9a-zA-Z]")}{{{documented.Length}}}\\z"
            : forms.FirstOrDefault(form => Regex.IsMatch(documented, form));
    }
}
