using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Fuzz;

/// <summary>One kept connection that sends what an HTTP client would not: bytes, as they are.</summary>
internal sealed class RawConnection(Uri server) : IDisposable
{
    // Longer than the app's own deadline for a request.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private TcpClient? _client;
    private BufferedStream? _stream;
    private bool _isFresh;

    /// <summary>The answer, or null when the connection ended without one.</summary>
    public async Task<Answer?> ExchangeAsync(byte[] request, bool hasBody = true, bool isWhole = true)
    {
        using var deadline = new CancellationTokenSource(Patience);
        while (true)
        {
            await ConnectAsync(deadline.Token);
            var wasFresh = _isFresh;
            _isFresh = false;
            if (await TryExchangeAsync(request, hasBody, isWhole, deadline.Token) is { } answer)
                return answer;

            Dispose();
            // A connection that was kept may have been closed at any time.
            if (wasFresh)
                return null;
        }
    }

    public void Dispose()
    {
        _stream?.Dispose();
        _client?.Dispose();
        _client = null;
    }

    private async Task ConnectAsync(CancellationToken cancellation)
    {
        if (_client is not null)
            return;

        _client = new TcpClient { NoDelay = true };
        await _client.ConnectAsync(server.Host, server.Port, cancellation);
        _stream = new BufferedStream(_client.GetStream(), 16 * 1024);
        _isFresh = true;
    }

    private async Task<Answer?> TryExchangeAsync(
        byte[] request, bool hasBody, bool isWhole, CancellationToken cancellation)
    {
        try
        {
            await _client!.GetStream().WriteAsync(request, cancellation);
            if (!isWhole)
                _client.Client.Shutdown(SocketShutdown.Send);
        }
        catch (IOException)
        {
            // Refused while it was still coming: the answer may be there.
        }

        try
        {
            return await ReadAsync(hasBody, cancellation);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private async Task<Answer?> ReadAsync(bool hasBody, CancellationToken cancellation)
    {
        if (await LineAsync(cancellation) is not ['H', 'T', 'T', 'P', ..] status)
            return null;

        // "HTTP/1.1 200 OK"
        var code = int.Parse(status.AsSpan(9, 3), CultureInfo.InvariantCulture);
        using var response = new HttpResponseMessage((HttpStatusCode)code);
        var headers = new List<(string Name, string Value)>();
        while (await LineAsync(cancellation) is { Length: > 0 } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            headers.Add((line[..colon], line[(colon + 1)..].Trim()));
        }

        response.Content = new ByteArrayContent(hasBody ? await BodyAsync(headers, cancellation) : []);
        foreach (var (name, value) in headers.Where(header => !Is(header.Name, "Transfer-Encoding")))
        {
            if (!response.Headers.TryAddWithoutValidation(name, value))
                response.Content.Headers.TryAddWithoutValidation(name, value);
        }

        if (headers.Any(header => Is(header.Name, "Connection") && Is(header.Value, "close")))
            Dispose();

        return await Answer.ReadAsync(Task.FromResult(response));
    }

    private async Task<byte[]> BodyAsync(List<(string Name, string Value)> headers, CancellationToken cancellation)
    {
        var length = headers.Find(header => Is(header.Name, "Content-Length")).Value;
        if (length is not null)
            return await ExactlyAsync(int.Parse(length, CultureInfo.InvariantCulture), cancellation);

        if (!headers.Exists(header => Is(header.Name, "Transfer-Encoding")))
            return [];

        var body = new MemoryStream();
        for (var size = -1; size != 0;)
        {
            size = int.Parse((await LineAsync(cancellation))!, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            body.Write(await ExactlyAsync(size, cancellation));
            await LineAsync(cancellation);
        }

        return body.ToArray();
    }

    private async Task<byte[]> ExactlyAsync(int length, CancellationToken cancellation)
    {
        var bytes = new byte[length];
        await _stream!.ReadExactlyAsync(bytes, cancellation);
        return bytes;
    }

    private async Task<string?> LineAsync(CancellationToken cancellation)
    {
        var line = new StringBuilder();
        var one = new byte[1];
        while (await _stream!.ReadAsync(one, cancellation) == 1)
        {
            if (one[0] == '\n')
                return line.ToString().TrimEnd('\r');

            line.Append((char)one[0]);
        }

        return null;
    }

    private static bool Is(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
