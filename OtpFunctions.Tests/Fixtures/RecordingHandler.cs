using System.Text.Json;

namespace OtpFunctions.Tests.Fixtures;

/// <summary>Notes the secrets of every request and answer: codes, recipients, secrets, tokens, addresses.</summary>
internal sealed class RecordingHandler(SecretBook secrets, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private static readonly string[] SecretNames =
        ["code", "recipient", "clientSecret", "token", "aidToken", "uidToken", "email", "telephone"];

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await RecordAsync(request.Content, cancellationToken);
        var response = await base.SendAsync(request, cancellationToken);
        await RecordAsync(response.Content, cancellationToken);
        return response;
    }

    private async Task RecordAsync(HttpContent? content, CancellationToken cancellation)
    {
        if (content is null or StreamContent { Headers.ContentLength: null })
            return;

        await content.LoadIntoBufferAsync(cancellation);
        try
        {
            using var document = JsonDocument.Parse(await content.ReadAsByteArrayAsync(cancellation));
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                Record(document.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Bad on purpose: it holds no field.
        }
    }

    private void Record(JsonElement root)
    {
        foreach (var name in SecretNames)
        {
            if (root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String)
                secrets.Add(TextOf(value));
        }
    }

    private static string? TextOf(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
