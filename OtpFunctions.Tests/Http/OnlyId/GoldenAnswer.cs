using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http.OnlyId;

/// <summary>Compares an answer with what a golden case expects, to the byte once its patterns are filled in.</summary>
internal static partial class GoldenAnswer
{
    private const string DateForm = "yyyy-MM-dd'T'HH:mm:ss";
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(5);
    private static readonly JsonSerializerOptions Plain =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void AssertEqual(JsonObject expected, Answer answer)
    {
        foreach (var (name, value) in expected.ToArray())
        {
            if (value is JsonValue wanted && wanted.TryGetValue<string>(out var text))
                expected[name] = Fill(text, name, answer);
        }

        Assert.Equal(expected.ToJsonString(Plain), answer.Body);
    }

    // What stands for several texts becomes the one that was answered, when that is one of them.
    private static string Fill(string wanted, string name, Answer answer)
    {
        if (wanted.StartsWith('~'))
        {
            var text = answer.Text(name);
            Assert.Matches($"^(?:{wanted[1..]})\\z", text);
            return text;
        }

        var time = TimePattern().Match(wanted);
        if (!time.Success)
            return wanted;

        var minutes = time.Groups["minutes"].Success ? time.Groups["minutes"].ValueSpan : "0";
        var later = TimeSpan.FromMinutes(int.Parse(minutes, CultureInfo.InvariantCulture));
        if (time.Groups["from"].Value == "CREATE")
            return (Read(answer.Text("createDate")) + later).ToString(DateForm, CultureInfo.InvariantCulture);

        var actual = answer.Text(name);
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
        var now = TimeZoneInfo.ConvertTime(answer.Date!.Value, zone).DateTime;
        Assert.InRange(Read(actual) - later - now, -Tolerance, Tolerance);
        return actual;
    }

    private static DateTime Read(string text) =>
        DateTime.ParseExact(text, DateForm, CultureInfo.InvariantCulture, DateTimeStyles.None);

    [GeneratedRegex(@"^\$(?<from>NOW|CREATE)(\+(?<minutes>\d+)m)?\z")]
    private static partial Regex TimePattern();
}
