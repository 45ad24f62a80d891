using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;

namespace OtpFunctions.Http;

/// <summary>A request's body as one JSON object, or list, read from a rented buffer that is given back when disposed.</summary>
internal sealed class JsonBody : IDisposable
{
    /// <summary>The host lets 100 MB pass: this cap is ours, kept while reading, whatever the length said.</summary>
    public const int MaxBytes = 16 * 1024;

    private const int MaxDepth = 8;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = MaxDepth, AllowDuplicateProperties = false };

    private readonly byte[] _buffer;
    private readonly JsonDocument? _document;

    private JsonBody(byte[] buffer, JsonDocument? document, BodyProblem? problem) =>
        (_buffer, _document, Problem) = (buffer, document, problem);

    public BodyProblem? Problem { get; }

    /// <summary>The fields; only when there is no <see cref="Problem"/>.</summary>
    public JsonFields Fields => new(Root);

    /// <summary>The object itself, for a dialect that reads fields by rules of its own; until this is disposed.</summary>
    public JsonElement Root => _document!.RootElement;

    /// <summary>The elements of a list; only when one was asked for and there is no <see cref="Problem"/>.</summary>
    public IEnumerable<JsonElement> Elements => _document!.RootElement.EnumerateArray();

    public static Task<JsonBody> ReadAsync(HttpRequest request, CancellationToken cancellation) =>
        ReadAsync(request, JsonValueKind.Object, MaxBytes, cancellation);

    /// <summary>Reads a list, which may be longer than an object.</summary>
    public static Task<JsonBody> ReadListAsync(HttpRequest request, int maxBytes, CancellationToken cancellation) =>
        ReadAsync(request, JsonValueKind.Array, maxBytes, cancellation);

    public void Dispose()
    {
        _document?.Dispose();
        // It held a secret or a code.
        ArrayPool<byte>.Shared.Return(_buffer, clearArray: true);
    }

    private static async Task<JsonBody> ReadAsync(
        HttpRequest request, JsonValueKind root, int maxBytes, CancellationToken cancellation)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(maxBytes + 1);
        var length = await FillAsync(request, buffer.AsMemory(0, maxBytes + 1), cancellation);
        if (length is null || length > maxBytes)
        {
            return new JsonBody(buffer, null, length is null ? BodyProblem.Malformed : BodyProblem.TooLarge);
        }

        var document = Parse(buffer.AsMemory(0, length.Value), root);
        return new JsonBody(buffer, document, document is null ? BodyProblem.Malformed : null);
    }

    private static async Task<int?> FillAsync(HttpRequest request, Memory<byte> buffer, CancellationToken cancellation)
    {
        if (request.ContentLength >= buffer.Length)
        {
            return buffer.Length;
        }

        try
        {
            return await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
        }
        catch (Exception exception) when (exception is IOException or InvalidOperationException or OperationCanceledException)
        {
            // Broken chunks (Kestrel's BadHttpRequestException is an IOException), a trailer that is no UTF-8 (which Kestrel
            // meets with InvalidOperationException), or too slow for the deadline.
            return null;
        }
    }

    private static JsonDocument? Parse(ReadOnlyMemory<byte> utf8, JsonValueKind root)
    {
        // The reader checks UTF-8 only when a string is fetched: checked whole, once, before.
        if (!Utf8.IsValid(utf8.Span))
        {
            return null;
        }

        JsonDocument? document = null;
        try
        {
            document = JsonDocument.Parse(utf8, Strict);
            if (document.RootElement.ValueKind == root)
            {
                return document;
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: a name with half a surrogate pair.
        }

        document?.Dispose();
        return null;
    }
}
