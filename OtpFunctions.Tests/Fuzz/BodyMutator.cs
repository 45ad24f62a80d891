using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using OtpFunctions.Tests.Addresses;
using OtpFunctions.Tests.Http;

namespace OtpFunctions.Tests.Fuzz;

/// <summary>Bodies out of a body that is taken: other fields, other bytes, another length, no JSON.</summary>
internal static class BodyMutator
{
    private const int BombSize = 8 * 1024 * 1024;
    private static readonly string[] Malformed = [.. BadBody.Names];
    private static readonly byte[] Bomb = Gzip(new byte[BombSize]);

    private static readonly byte[][] Sequences =
    [
        [0], [0xC3, 0x28], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF, 0xFE], [0xEF, 0xBB, 0xBF],
        [0xE2, 0x80, 0xAE], [0x80], [0x1B, 0x5B], "\\u"u8.ToArray(), "\""u8.ToArray(), "{"u8.ToArray(), "]"u8.ToArray(),
    ];

    public static void Mutate(FuzzRequest request, SeededBytes bytes)
    {
        var valid = request.Body!;
        switch (bytes.Next(16))
        {
            case 0:
                request.Story.Add("random bytes");
                request.Body = Random(bytes, bytes.Next(600));
                break;
            case 1:
                Compress(request, bytes);
                break;
            case 2:
                Resize(request, bytes);
                break;
            case 3 or 4:
                Break(request, bytes);
                break;
            case 5 or 6:
                request.Story.Add("bytes changed");
                request.Body = Change(valid, bytes);
                break;
            case 7:
                request.Story.Add("in another encoding");
                Encoding[] encodings = [Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32];
                var encoding = encodings[bytes.Next(encodings.Length)];
                request.Body = [.. encoding.GetPreamble(), .. encoding.GetBytes(Encoding.UTF8.GetString(valid))];
                break;
            default:
                request.Body = Encoding.UTF8.GetBytes(JsonMutator.Mutate(JsonNode.Parse(valid)!, bytes, request.Story));
                break;
        }
    }

    private static void Break(FuzzRequest request, SeededBytes bytes)
    {
        var name = Malformed[bytes.Next(Malformed.Length)];
        request.Story.Add(name);
        request.Body = BadBody.Make(name, Encoding.UTF8.GetString(request.Body!));
        request.Expectation = FuzzExpectation.Malformed;
    }

    private static void Resize(FuzzRequest request, SeededBytes bytes)
    {
        var cap = request.Endpoint.LargestBody;
        int[] lengths = [cap - 1, cap, cap + 1, cap + 1 + bytes.Next(100_000)];
        var length = lengths[bytes.Next(lengths.Length)];
        request.Story.Add($"of {length} bytes");
        request.Body = BadBody.Padded(Encoding.UTF8.GetString(request.Body!), length);
        request.Expectation = length > cap ? FuzzExpectation.TooLarge : FuzzExpectation.Any;
    }

    private static void Compress(FuzzRequest request, SeededBytes bytes)
    {
        var isBomb = bytes.Next(3) == 0;
        request.Story.Add(isBomb ? "a bomb" : "compressed");
        request.Body = isBomb ? Bomb : Gzip(request.Body!);
        request.Headers.Add(("Content-Encoding", bytes.Next(4) == 0 ? "br, gzip" : "gzip"));
        request.Expectation = FuzzExpectation.Malformed;
    }

    private static byte[] Change(byte[] valid, SeededBytes bytes)
    {
        var changed = valid.ToList();
        for (var count = 1 + bytes.Next(4); count > 0; count--)
        {
            var at = bytes.Next(changed.Count);
            switch (bytes.Next(4))
            {
                case 0:
                    changed[at] ^= (byte)(1 << bytes.Next(8));
                    break;
                case 1:
                    changed.RemoveRange(at, Math.Min(changed.Count - at - 1, bytes.Next(10)));
                    break;
                case 2:
                    changed.InsertRange(at, Sequences[bytes.Next(Sequences.Length)]);
                    break;
                default:
                    changed.InsertRange(at, changed[..bytes.Next(changed.Count)]);
                    break;
            }
        }

        return [.. changed];
    }

    private static byte[] Random(SeededBytes bytes, int length) =>
        [.. Enumerable.Range(0, length).Select(_ => (byte)bytes.Next(256))];

    private static byte[] Gzip(byte[] plain)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.SmallestSize))
            gzip.Write(plain);

        return compressed.ToArray();
    }
}
