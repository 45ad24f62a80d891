using System.Text;

namespace OtpFunctions.Benchmarks.Load;

/// <summary>A request and the whole of its answer.</summary>
internal static class Exchange
{
    private const int ShownOfBody = 400;

    /// <summary>The body of an answer with this status.</summary>
    /// <exception cref="WrongAnswerException">It has another.</exception>
    public static async Task<byte[]> RunAsync(
        HttpMessageInvoker http, HttpRequestMessage request, int status, CancellationToken cancellation)
    {
        using var answer = await http.SendAsync(request, cancellation);
        return await ReadAsync(request, answer, status, cancellation);
    }

    /// <summary>As above, of an answer whose headers are there.</summary>
    /// <exception cref="WrongAnswerException">It has another status.</exception>
    public static async Task<byte[]> ReadAsync(
        HttpRequestMessage request, HttpResponseMessage answer, int status, CancellationToken cancellation)
    {
        var body = await answer.Content.ReadAsByteArrayAsync(cancellation);
        if ((int)answer.StatusCode != status)
        {
            var text = Encoding.UTF8.GetString(body.AsSpan(0, Math.Min(body.Length, ShownOfBody)));
            throw new WrongAnswerException(
                $"{request.Method} {request.RequestUri} answered {(int)answer.StatusCode} instead of {status}: {text}");
        }

        return body;
    }
}
