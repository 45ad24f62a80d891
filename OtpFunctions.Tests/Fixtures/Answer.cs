using System.Net;
using System.Text.Json;

namespace OtpFunctions.Tests.Fixtures;

/// <summary>An answer, read whole.</summary>
public sealed class Answer
{
    private readonly HttpResponseMessage _response;

    private Answer(HttpResponseMessage response, string body) => (_response, Body) = (response, body);

    public HttpStatusCode Status => _response.StatusCode;

    public string Body { get; }

    public DateTimeOffset? Date => _response.Headers.Date;

    public string? ContentType => _response.Content.Headers.ContentType?.ToString();

    public TimeSpan? RetryAfter => _response.Headers.RetryAfter?.Delta;

    /// <summary>Every header, by name.</summary>
    public IEnumerable<(string Name, string Value)> Headers => _response.Headers.Concat(_response.Content.Headers)
        .Select(header => (header.Key, string.Join(", ", header.Value)))
        .OrderBy(header => header.Key, StringComparer.Ordinal);

    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Body);

    public static async Task<Answer> ReadAsync(Task<HttpResponseMessage> sending)
    {
        ArgumentNullException.ThrowIfNull(sending);
        var response = await sending;
        return new Answer(response, await response.Content.ReadAsStringAsync());
    }

    public string Text(string name) => Json.GetProperty(name).GetString()!;

    public string? Header(string name) =>
        _response.Headers.TryGetValues(name, out var values) || _response.Content.Headers.TryGetValues(name, out values)
            ? string.Join(", ", values)
            : null;

    /// <summary>Status, and the body as one JSON object that nobody may store.</summary>
    public Answer Expect(HttpStatusCode status, string contentType)
    {
        Assert.True(Status == status, $"Expected {(int)status}, got {(int)Status}: {Body}");
        Assert.Equal(contentType, ContentType);
        Assert.Equal("no-store", Header("Cache-Control"));
        Assert.Equal(JsonValueKind.Object, Json.ValueKind);
        return this;
    }

    public Answer Expect(HttpStatusCode status) => Expect(status, "application/json; charset=utf-8");

    /// <summary>The OnlyID dialect's refusal, this text and nothing else.</summary>
    public Answer ExpectError(HttpStatusCode status, string text)
    {
        Expect(status);
        Assert.Equal($$"""{"error":"{{text}}"}""", Body);
        return this;
    }

    /// <summary>HTTP 200 and an envelope with this code, and this info if one is named.</summary>
    public Answer ExpectCode(int code, string? info = null)
    {
        Expect(HttpStatusCode.OK);
        Assert.True(Json.GetProperty("code").GetInt32() == code, $"Expected code {code}, got {Body}");
        if (info is not null)
            Assert.Equal(info, Text("info"));

        return this;
    }

    /// <summary>RFC 9457, with a detail that says this.</summary>
    public Answer ExpectProblem(HttpStatusCode status, string? detail = null)
    {
        Expect(status, "application/problem+json; charset=utf-8");
        Assert.Equal((int)status, Json.GetProperty("status").GetInt32());
        Assert.NotEmpty(Text("title"));
        Assert.Equal("about:blank", Text("type"));
        if (detail is not null)
            Assert.Contains(detail, Text("detail"), StringComparison.Ordinal);

        return this;
    }
}
