using System.Text;
using OtpFunctions.Tests.Addresses;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Fuzz;

/// <summary>
/// Requests whose parts do not fit together. What is no HTTP is refused by the server, not by a function: here that is
/// Kestrel, in Azure the front end of Functions. So the answer may be empty, or none; but it is no fault of the service.
/// </summary>
public sealed class FramingTests : FuzzApp
{
    private const string Body = """{"recipient":"13612345678","clientId":"a","clientSecret":"b"}""";
    private const string Line = "POST /api/open/send-otp HTTP/1.1\r\n";
    private const string Host = "Host: localhost\r\n";
    private const string Chunked = Line + Host + "Transfer-Encoding: chunked\r\n\r\n";

    private static readonly string[] Broken =
    [
        Line + Host + "Content-Length: 1000\r\n\r\n" + Body,
        Line + Host + "Content-Length: 20\r\n\r\n" + Body,
        Line + Host + "Content-Length: 0\r\n\r\n" + Body,
        Line + Host + "Content-Length: -1\r\n\r\n" + Body,
        Line + Host + "Content-Length: 1e3\r\n\r\n" + Body,
        Line + Host + "Content-Length: 99999999999999999999\r\n\r\n" + Body,
        Line + Host + "Content-Length: 104857601\r\n\r\n" + Body,
        Line + Host + "Content-Length: 61\r\nContent-Length: 62\r\n\r\n" + Body,
        Line + Host + "Content-Length: 61\r\nTransfer-Encoding: chunked\r\n\r\n" + Body,
        Line + Host + "Transfer-Encoding: chunked, gzip\r\n\r\n" + Body,
        Line + Host + "Transfer-Encoding: identity\r\n\r\n" + Body,
        Line + Host + "\r\n" + Body,
        Line + Host + "No colon\r\n\r\n" + Body,
        Line + Host + "Name : value\r\n\r\n" + Body,
        Line + Host + "X-Folded: a\r\n b\r\n\r\n" + Body,
        Line + Host + "X-Nul: \0\r\n\r\n" + Body,
        Line + "\r\n" + Body,
        Line + Host + Host + "\r\n" + Body,
        Line + "Host: a b/c\r\n\r\n" + Body,
        Chunked + "zz\r\n" + Body,
        Chunked + "3d\r\n" + Body,
        Chunked + "3d\r\n" + Body + "\r\n",
        Chunked + "3d" + Body + "\r\n0\r\n\r\n",
        Chunked + "-1\r\n" + Body + "\r\n0\r\n\r\n",
        Chunked + "ffffffffffffffff\r\n" + Body,
        Chunked + "1;" + new string('x', 20_000) + "\r\n{\r\n0\r\n\r\n",
        Chunked + "0\r\nTrailer: 1\r\n\r\n",
        Chunked + "0\r\nTrailer: \u00FF\r\n\r\n",
        Chunked + "0\r\nTr\u00FFiler: 1\r\n\r\n",
        "POST /api/open/send-otp HTTP/1.0\r\n\r\n" + Body,
        "POST /api/open/send-otp HTTP/9.9\r\n" + Host + "\r\n",
        "POST /api/open/send-otp\r\n\r\n",
        "POST http://evil.example/api/open/send-otp HTTP/1.1\r\n" + Host + "\r\n",
        "CONNECT localhost:80 HTTP/1.1\r\n" + Host + "\r\n",
        "OPTIONS * HTTP/1.1\r\n" + Host + "\r\n",
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        "GET /" + new string('a', 20_000) + " HTTP/1.1\r\n" + Host + "\r\n",
        "GET /api/health HTTP/1.1\r\n" + Host + "X-Long: " + new string('a', 60_000) + "\r\n\r\n",
        "\u0016\u0003\u0001\u0002\0\u0001\0\u0001\u00FC\u0003\u0003",
        "\r\n\r\n\r\n",
    ];

    [LocalFact]
    public async Task What_is_no_HTTP_is_nobodys_fault_but_the_callers()
    {
        var faults = new List<string>();
        for (var number = 0; number < Soak.Times(400, 8000); number++)
        {
            var text = Broken[number % Broken.Length];
            var bytes = Encoding.Latin1.GetBytes(text);
            if (number >= Broken.Length)
                Change(bytes, FuzzSeed.Of(number));

            using var connection = new RawConnection(App.BaseAddress);
            var answer = await connection.ExchangeAsync(bytes, isWhole: false);
            if (answer is not null && !IsRefusal(answer))
                faults.Add($"#{number} {text[..Math.Min(text.Length, 300)]}\n  -> {(int)answer.Status} {answer.Body}");
        }

        Assert.True(faults.Count == 0, $"{FuzzSeed.Replay}\n{string.Join("\n\n", faults.Take(10))}");
        await ExpectWellAsync();
    }

    // 501 and 505 are the server's words for a caller's fault.
    private static bool IsRefusal(Answer answer) =>
        answer.Body.Length > 0
            ? FuzzShapes.All.Any(shape => Record.Exception(() => shape(answer)) is null)
            : (int)answer.Status is (>= 400 and < 500) or 501 or 505;

    private static void Change(byte[] bytes, SeededBytes random)
    {
        for (var count = random.Next(4); count > 0; count--)
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
    }
}
