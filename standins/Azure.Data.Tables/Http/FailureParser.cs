using System.Text.Json;
using Azure.Core;

namespace Azure.Data.Tables.Http;

/// <summary>Reads <c>{"odata.error":{"code":"...","message":{"lang":"...","value":"..."}}}</c>.</summary>
internal sealed class FailureParser : RequestFailedDetailsParser
{
    public override bool TryParse(Response response, out ResponseError? error, out IDictionary<string, string>? data)
    {
        data = null;
        response.Headers.TryGetValue("x-ms-error-code", out var code);
        string? message = null;
        if (response.ContentStream is not null && Body(response.Content) is { } body)
        {
            code = Text(body, "code") ?? code;
            message = body.TryGetProperty("message", out var inner) ? Text(inner, "value") : null;
        }

        error = code is null && message is null ? null : new ResponseError(code, message);
        return error is not null;
    }

    private static JsonElement? Body(BinaryData content)
    {
        try
        {
            var root = JsonElement.Parse(content.ToMemory().Span);
            return root.ValueKind == JsonValueKind.Object && root.TryGetProperty("odata.error", out var error)
                && error.ValueKind == JsonValueKind.Object ? error : null;
        }
        catch (JsonException)
        {
            // Proxies and load balancers answer in HTML, or not at all: the status says enough.
            return null;
        }
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value)
            && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
