using System.Text.Json;
using Microsoft.Azure.Functions.Worker.Hosting;

namespace Microsoft.Azure.Functions.Worker.Settings;

internal static class JsonFile
{
    private static readonly JsonDocumentOptions Lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    public static T Read<T>(string directory, string file, T missing, Func<JsonElement, T> read)
    {
        var path = Path.Combine(directory, file);
        if (!File.Exists(path))
            return missing;

        try
        {
            // As text, because editors put a byte order mark in front.
            using var document = JsonDocument.Parse(File.ReadAllText(path), Lenient);
            return read(document.RootElement);
        }
        catch (JsonException exception)
        {
            throw new StartException([$"{file}: {exception.Message}"]);
        }
    }
}
