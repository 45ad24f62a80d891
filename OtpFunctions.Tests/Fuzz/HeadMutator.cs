using System.Text;
using OtpFunctions.Tests.Addresses;

namespace OtpFunctions.Tests.Fuzz;

/// <summary>Other methods, paths, queries and headers, and bodies in chunks.</summary>
internal static class HeadMutator
{
    private static readonly string[] Methods =
        ["GET", "PUT", "POST", "PATCH", "HEAD", "OPTIONS", "TRACE", "PROPFIND", "get", "POSTT", "G\u00E9T", "P OST"];

    private static readonly string[] Types =
    [
        "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/json; charset=utf-16",
        "application/xml", "", "/", "a/b; c=" + new string('d', 3000), "application/json, application/json",
    ];

    private static readonly string[] Segments =
    [
        "%2e%2e", "..", ".", "%2f", "%5c", "%00", "%0d%0a", "%25", "%ff", "%ED%A0%80", "%", "%zz", "%E2%80%AE", "+", "'",
        "%27%20or%20%271%27%20eq%20%271", "%23", "%3f", "*", "~", "a%2Fb", "\u00E9", "%F0%9F%98%80", "{id}", "null", "-1",
        "0", "00000000000000000000000000000000", "con", "a b", ";x=1", "..%c0%af", new string('a', 300), new string('a', 7000),
    ];

    private static readonly string[] Queries =
    [
        "?", "?code=x", "?code=%00&code=%ff", "?a=b&a=c&=&&", "?%zz=%", "?pageSize=1e2&days=-1", "?x=\u00E9", "?a[b]=c",
        "?after=%00%0d%0a", "?current=99999999999999999999", "?keyword=%ED%A0%80", "?" + new string('q', 6000),
    ];

    private static readonly (string Name, string Value)[] Extra =
    [
        ("X-Forwarded-For", "1.2.3.4, ::1, unknown"), ("X-Original-URL", "/api/console/clients"), ("X-HTTP-Method-Override", "DELETE"),
        ("Accept", "text/html;q=9"), ("Accept-Language", new string('z', 3000)), ("Accept-Language", "zh;q=2,*;q=-1,en;q=x,\u00E9"),
        ("X-Fresns-Client-Lang-Tag", "../../en"), ("Cookie", "a=b; =; ;;"), ("Range", "bytes=0-1,5-"), ("Expect", "200-maybe"),
        ("If-None-Match", "*"), ("Upgrade", "h2c"), ("Connection", "keep-alive, X-Functions-Key"), ("Content-Encoding", "identity"),
        ("Origin", "null"), ("Authorization", "Bearer"), ("bihu-token", "\u00E9"), ("X-Fresns-Aid", "x"), ("TE", "trailers"),
        (FuzzApp.AddressHeader, "::ffff:1.2.3.4"), (FuzzApp.AddressHeader, "[::1]:99999"), (FuzzApp.AddressHeader, new string('1', 2000)),
        ("X-N\u00E4me", "1"), ("X-Value", "\u202E\uFFFD\u4E2D"), ("X-Empty", ""), ("Host", "evil.example"),
    ];

    public static void Mutate(FuzzRequest request, SeededBytes bytes)
    {
        switch (bytes.Next(8))
        {
            case 0:
                Rename(request, bytes);
                break;
            case 1 or 2:
                Lead(request, bytes);
                break;
            case 3:
                Ask(request, bytes);
                break;
            case 4:
                Label(request, bytes);
                break;
            case 5:
                Unkey(request, bytes);
                break;
            case 6 when request.Body is not null:
                request.ChunkSize = 1 + bytes.Next(bytes.Next(2) == 0 ? 7 : 5000);
                request.Story.Add($"in chunks of {request.ChunkSize}");
                break;
            default:
                Flood(request, bytes);
                break;
        }
    }

    private static void Rename(FuzzRequest request, SeededBytes bytes)
    {
        request.Method = Methods[bytes.Next(Methods.Length)];
        request.Story.Add("another method");
        // The same path may have another function for it.
        request.Liberties |= Liberties.Unrouted | Liberties.Unserved | Liberties.Astray;
    }

    private static void Lead(FuzzRequest request, SeededBytes bytes)
    {
        request.Story.Add("another path");
        request.Liberties |= Liberties.Unrouted | Liberties.Unserved | Liberties.Astray | Liberties.Unkeyed;
        var parts = request.Target.Split('/').ToList();
        var at = 1 + bytes.Next(parts.Count - 1);
        switch (bytes.Next(6))
        {
            case 0:
                request.Target += "/";
                return;
            case 1:
                request.Target = request.Target.ToUpperInvariant();
                return;
            case 2:
                parts.Insert(at, "");
                break;
            case 3:
                parts[at] = string.Concat(Encoding.UTF8.GetBytes(parts[at]).Select(one => $"%{one:x2}"));
                break;
            case 4:
                parts.Insert(at, Segments[bytes.Next(Segments.Length)]);
                break;
            default:
                parts[^1] = Segments[bytes.Next(Segments.Length)];
                break;
        }

        request.Target = string.Join('/', parts);
    }

    private static void Ask(FuzzRequest request, SeededBytes bytes)
    {
        request.Story.Add("a query");
        request.Liberties |= Liberties.Unserved;
        var known = request.Endpoint.Queries;
        request.Target += known.Count > 0 && bytes.Next(3) > 0
            ? known[bytes.Next(known.Count)]
            : Queries[bytes.Next(Queries.Length)];
        if (bytes.Next(3) == 0)
            request.Target += "&x=" + Segments[bytes.Next(Segments.Length)];
    }

    private static void Label(FuzzRequest request, SeededBytes bytes)
    {
        request.Story.Add("another content type");
        request.Headers.Add(("Content-Type", Types[bytes.Next(Types.Length)]));
    }

    private static void Unkey(FuzzRequest request, SeededBytes bytes)
    {
        if (request.Endpoint.Headers.Count == 0)
        {
            Flood(request, bytes);
            return;
        }

        request.Story.Add("another key");
        request.Liberties |= Liberties.Unkeyed | Liberties.Unserved;
        var at = bytes.Next(request.Endpoint.Headers.Count);
        var (name, value) = request.Headers[at];
        string[] others =
            ["", value[..^1], value + "0", value.ToUpperInvariant(), $"{value}, {value}", "\u00E9", new string('k', 3000)];
        request.Headers[at] = (name, others[bytes.Next(others.Length)]);
        // Whoever may not call is refused before the body is read.
        request.Expectation = FuzzExpectation.Any;
    }

    private static void Flood(FuzzRequest request, SeededBytes bytes)
    {
        request.Story.Add("more headers");
        // Among them a second key, which is none.
        request.Expectation = FuzzExpectation.Any;
        request.Liberties |= Liberties.Unserved;
        for (var count = bytes.Next(5) == 0 ? 50 + bytes.Next(100) : 1 + bytes.Next(4); count > 0; count--)
        {
            var header = Extra[bytes.Next(Extra.Length)];
            request.Headers.Add(header);
        }
    }
}
