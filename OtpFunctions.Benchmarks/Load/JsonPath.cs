using System.Text.Json;

namespace OtpFunctions.Benchmarks.Load;

/// <summary>Values inside a JSON answer by the names that lead there: <c>user.email</c>.</summary>
internal static class JsonPath
{
    /// <summary>A text as it is, anything else as its JSON; null when it is not there or null.</summary>
    /// <exception cref="WrongAnswerException">The body is no JSON.</exception>
    public static string? Text(byte[] body, string path)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var at = document.RootElement;
            foreach (var name in path.Split('.'))
            {
                if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(name, out at))
                {
                    return null;
                }
            }

            return at.ValueKind is JsonValueKind.String or JsonValueKind.Null ? at.GetString() : at.GetRawText();
        }
        catch (JsonException fault)
        {
            throw new WrongAnswerException($"The answer is no JSON: {fault.Message}");
        }
    }
}
