using System.Globalization;
using System.Text;

namespace OtpFunctions.Tests.Fuzz;

/// <summary>A request as it goes out, and what may come back.</summary>
internal sealed class FuzzRequest
{
    public required FuzzEndpoint Endpoint { get; init; }

    public required string Method { get; set; }

    /// <summary>Path and query, as on the wire.</summary>
    public required string Target { get; set; }

    public List<(string Name, string Value)> Headers { get; } = [];

    /// <summary>Null: no body, and no header about one.</summary>
    public byte[]? Body { get; set; }

    /// <summary>The size of chunks; 0 for none.</summary>
    public int ChunkSize { get; set; }

    public Liberties Liberties { get; set; }

    public FuzzExpectation Expectation { get; set; }

    /// <summary>What was done to it.</summary>
    public List<string> Story { get; } = [];

    public override string ToString() =>
        $"{Endpoint.Name} [{string.Join(", ", Story)}] {Method} {Cut(Target)} {Cut(Encoding.UTF8.GetString(Body ?? []))}";

    public byte[] ToBytes()
    {
        var head = new StringBuilder($"{Method} {Target} HTTP/1.1\r\nHost: localhost\r\n");
        foreach (var (name, value) in Headers)
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");

        if (Body is not null)
            head.Append(ChunkSize > 0 ? "Transfer-Encoding: chunked\r\n" : $"Content-Length: {Body.Length}\r\n");

        return [.. Encoding.UTF8.GetBytes(head.Append("\r\n").ToString()), .. ChunkSize > 0 ? InChunks() : Body ?? []];
    }

    private byte[] InChunks()
    {
        var chunks = new MemoryStream();
        foreach (var chunk in Body!.Chunk(ChunkSize))
        {
            chunks.Write(Encoding.ASCII.GetBytes($"{chunk.Length:x}\r\n"));
            chunks.Write(chunk);
            chunks.Write("\r\n"u8);
        }

        chunks.Write("0\r\n\r\n"u8);
        return chunks.ToArray();
    }

    private static string Cut(string text) => text.Length <= 400 ? text : $"{text[..400]}... ({text.Length})";
}
