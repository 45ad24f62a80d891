using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http.Telling;

/// <summary>All that a caller sees of an answer but its time, and what it took of the storage.</summary>
internal sealed record Told(string Answer, string Storage)
{
    private static readonly string[] Changing = ["Date", "X-Request-ID"];

    public static async Task<Told> ByAsync(CountingProxy proxy, Func<Task<Answer>> call)
    {
        Answer answer = null!;
        var asked = await proxy.CountAsync(async () => answer = await call());
        // A uuid is new each time; a row that is not there yet is inserted, else replaced: one write.
        var body = answer.Body.Length > 46 && answer.Body.StartsWith("{\"uuid\":", StringComparison.Ordinal) ? answer.Body[46..] : answer.Body;
        var headers = answer.Headers.Where(header => !Changing.Contains(header.Name)).Select(header => $"{header.Name}: {header.Value}");
        return new Told(
            $"{(int)answer.Status}\n{string.Join('\n', headers)}\n\n{body}",
            string.Join(", ", asked.Select(request => request.Replace("POST ", "PUT ", StringComparison.Ordinal)).Order(StringComparer.Ordinal)));
    }
}
