using System.Globalization;
using System.Security.Cryptography;

namespace OtpFunctions.Benchmarks.Load;

/// <summary>A code sent and verified, of a recipient nobody else has.</summary>
internal sealed class PairScenario(PairPlan plan) : IScenario
{
    // Two processes, or two runs against the same storage, share no recipient.
    private readonly string _prefix = RandomNumberGenerator.GetHexString(8, lowercase: true);
    private readonly PlannedCall _send = new(plan.Send);
    private readonly PlannedCall _verify = new(plan.Verify);

    public async Task RunAsync(HttpMessageInvoker http, long number, CancellationToken cancellation)
    {
        var address = plan.Address
            .Replace("{id}", $"{_prefix}{number}", StringComparison.Ordinal)
            .Replace("{number}", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        var answer = await _send.RunAsync(http, address, code: null, cancellation);
        var code = await CodeAsync(http, answer, address, cancellation);
        await _verify.RunAsync(http, address, code, cancellation);
    }

    private async Task<string> CodeAsync(
        HttpMessageInvoker http, byte[] answer, string address, CancellationToken cancellation)
    {
        if (plan.Code.File is { } file)
        {
            var name = file.Replace("{address}", address, StringComparison.Ordinal);
            return (await File.ReadAllTextAsync(name, cancellation)).Trim();
        }

        if (plan.Code.Url is { } url)
        {
            var asked = new Uri(url.Replace("{address}", Uri.EscapeDataString(address), StringComparison.Ordinal));
            using var request = new HttpRequestMessage(HttpMethod.Get, asked);
            answer = await Exchange.RunAsync(http, request, status: 200, cancellation);
        }

        var field = plan.Code.Field ?? throw new InvalidOperationException("The plan does not say where the code is.");
        return JsonPath.Text(answer, field) ?? throw new WrongAnswerException($"The answer to a send has no {field}");
    }
}
