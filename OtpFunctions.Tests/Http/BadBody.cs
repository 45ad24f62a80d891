using System.IO.Compression;
using System.Text;

namespace OtpFunctions.Tests.Http;

/// <summary>Bodies that are no request, made from one that is.</summary>
internal static class BadBody
{
    public const int Cap = 16 * 1024;

    private static readonly Dictionary<string, Func<string, byte[]>> Malformed = new()
    {
        ["empty"] = _ => [],
        ["blank"] = _ => " \r\n"u8.ToArray(),
        ["no JSON"] = _ => "recipient=13612345678&clientId=x"u8.ToArray(),
        ["null"] = _ => "null"u8.ToArray(),
        ["an array"] = valid => Utf8($"[{valid}]"),
        ["a string"] = _ => "\"recipient\""u8.ToArray(),
        ["a number"] = _ => "1e999"u8.ToArray(),
        ["cut off"] = valid => Utf8(valid)[..^1],
        ["cut off in a string"] = valid => Utf8(valid)[..^3],
        ["two objects"] = valid => Utf8(valid + valid),
        ["followed by text"] = valid => Utf8(valid + "x"),
        ["with a comment"] = valid => Utf8("/* */" + valid),
        ["with a comma too many"] = valid => Utf8(valid[..^1] + ",}"),
        ["with a name twice"] = valid => Utf8(valid[..^1] + ",\"x\":1,\"x\":1}"),
        ["with a name twice, once escaped"] = valid => Utf8(valid[..^1] + ",\"x\":1,\"\\u0078\":1}"),
        ["with a name twice further in"] = valid => Utf8(valid[..^1] + ",\"x\":{\"y\":1,\"y\":1}}"),
        ["nested 9 deep"] = valid => Utf8(valid[..^1] + ",\"x\":" + Nested(8) + "}"),
        ["nested 5000 deep"] = valid => Utf8(valid[..^1] + ",\"x\":" + Nested(5000) + "}"),
        ["with invalid UTF-8"] = valid => [.. Utf8(valid[..^1] + ",\"x\":\""), 0xC3, 0x28, .. Utf8("\"}")],
        ["with an overlong UTF-8 form"] = valid => [.. Utf8(valid[..^1] + ",\"x\":\""), 0xC0, 0xAF, .. Utf8("\"}")],
        ["with a surrogate in UTF-8"] = valid => [.. Utf8(valid[..^1] + ",\"x\":\""), 0xED, 0xA0, 0x80, .. Utf8("\"}")],
        ["in UTF-16"] = Encoding.Unicode.GetBytes,
        ["after a byte order mark"] = valid => [0xEF, 0xBB, 0xBF, .. Utf8(valid)],
        ["with a raw NUL"] = valid => Utf8(valid[..^1] + ",\"x\":\"\0\"}"),
        ["with a raw line end in a string"] = valid => Utf8(valid[..^1] + ",\"x\":\"\n\"}"),
        ["with half a surrogate pair in a name"] = valid => Utf8(valid[..^1] + ",\"\\ud800\":1}"),
        ["compressed"] = valid => Gzip(Utf8(valid)),
        ["NaN in it"] = valid => Utf8(valid[..^1] + ",\"x\":NaN}"),
    };

    public static IEnumerable<string> Names => Malformed.Keys;

    public static byte[] Make(string name, string valid) => Malformed[name](valid);

    /// <summary>Valid, of this length.</summary>
    public static byte[] Padded(string valid, int length) => Utf8(valid + new string(' ', length - Utf8(valid).Length));

    public static string Nested(int depth) => new string('[', depth) + new string(']', depth);

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Gzip(byte[] bytes)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
            gzip.Write(bytes);

        return compressed.ToArray();
    }
}
