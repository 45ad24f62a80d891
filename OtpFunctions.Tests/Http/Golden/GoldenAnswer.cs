using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http.Golden;

/// <summary>Compares an answer with what a golden case expects, to the byte once its patterns are filled in.</summary>
internal static partial class GoldenAnswer
{
    private const string DateForm = "yyyy-MM-dd'T'HH:mm:ss";
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(5);
    private static readonly JsonSerializerOptions Plain =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void AssertEqual(JsonObject expected, Answer answer)
    {
        Fill(expected, answer.Json, answer);

        Assert.Equal(expected.ToJsonString(Plain), answer.Body);
    }

    private static void Fill(JsonObject expected, JsonElement actual, Answer answer)
    {
        foreach (var (name, value) in expected.ToArray())
        {
            if (actual.ValueKind != JsonValueKind.Object || !actual.TryGetProperty(name, out var there))
                continue;

            if (value is JsonObject inner)
                Fill(inner, there, answer);
            else if (value is JsonValue wanted && wanted.TryGetValue<string>(out var text))
                expected[name] = Fill(text, there, answer);
        }
    }

    // What stands for several texts becomes the one that was answered, when that is one of them.
    private static string Fill(string wanted, JsonElement actual, Answer answer)
    {
        if (actual.ValueKind != JsonValueKind.String)
            return wanted;

        var text = actual.GetString()!;
        if (wanted.StartsWith('~'))
        {
            Assert.Matches($"^(?:{wanted[1..]})\\z", text);
            return text;
        }

        if (wanted == "$UUID")
        {
            Assert.Matches(UuidPattern(), text);
            return text;
        }

        var time = TimePattern().Match(wanted);
        if (!time.Success)
            return wanted;

        var minutes = time.Groups["minutes"].Success ? time.Groups["minutes"].ValueSpan : "0";
        var later = TimeSpan.FromMinutes(int.Parse(minutes, CultureInfo.InvariantCulture));
        if (time.Groups["from"].Value == "CREATE")
            return (Read(answer.Text("createDate")) + later).ToString(DateForm, CultureInfo.InvariantCulture);

        var zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
        var now = TimeZoneInfo.ConvertTime(answer.Date!.Value, zone).DateTime;
        Assert.InRange(Read(text) - later - now, -Tolerance, Tolerance);
        return text;
    }

    private static DateTime Read(string text) =>
        DateTime.ParseExact(text, DateForm, CultureInfo.InvariantCulture, DateTimeStyles.None);

    [GeneratedRegex(@"^\$(?<from>NOW|CREATE)(\+(?<minutes>\d+)m)?\z")]
    private static partial Regex TimePattern();

    // Random (version 4), in lower case.
    [GeneratedRegex(@"^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\z")]
    private static partial Regex UuidPattern();
}
