using System.Text.Json;
using OtpFunctions.Core.Addresses;

namespace OtpFunctions.Tests.Fixtures;

/// <summary>Notes the secrets of every request and answer: codes, addresses, secrets and tokens.</summary>
internal sealed class RecordingHandler(SecretBook secrets, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private const string Mask = "****";
    private static readonly string[] SecretHeaders =
        ["bihu-token", "X-Fresns-Aid-Token", "X-Fresns-Uid-Token", "x-functions-key"];
    private static readonly string[] SecretNames =
    [
        "code", "recipient", "clientSecret", "verification_code", "token", "email", "telephone",
        "account", "verifyCode", "aidToken", "uidToken", "to",
        "phone", "title", "rand", "hash", "imgdata", "challenge", "solution",
    ];

    // A user's name, which is no secret, or an address of the user's.
    private static readonly string[] NamesOrAddresses = ["user_name"];

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await RecordAsync(request.Content, cancellationToken);
        foreach (var name in SecretHeaders.Where(request.Headers.Contains))
            secrets.Add(string.Join(", ", request.Headers.GetValues(name)));

        var response = await base.SendAsync(request, cancellationToken);
        await RecordAsync(response.Content, cancellationToken);
        return response;
    }

    private async Task RecordAsync(HttpContent? content, CancellationToken cancellation)
    {
        // The title of a problem is its kind, not a captcha's.
        if (content is null or StreamContent { Headers.ContentLength: null }
            || content.Headers.ContentType?.MediaType == "application/problem+json")
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
        foreach (var field in root.EnumerateObject())
        {
            if (field.Value.ValueKind == JsonValueKind.Object)
                Record(field.Value);
            else if (field.Value.ValueKind == JsonValueKind.Array)
                RecordAll(field.Value);
            else if (field.Value.ValueKind == JsonValueKind.String && SecretIn(NameOf(field), TextOf(field.Value)) is { } secret)
                secrets.Add(secret);
        }
    }

    // What an outbox holds.
    private void RecordAll(JsonElement list)
    {
        foreach (var element in list.EnumerateArray().Where(element => element.ValueKind == JsonValueKind.Object))
            Record(element);
    }

    private static string? SecretIn(string? name, string? text) =>
        text is null || text.Contains(Mask, StringComparison.Ordinal) ? null
        : SecretNames.Contains(name) ? text
        : NamesOrAddresses.Contains(name) && Address.TryParse(text, out _) ? text
        : null;

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

    private static string? NameOf(JsonProperty field)
    {
        try
        {
            return field.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
