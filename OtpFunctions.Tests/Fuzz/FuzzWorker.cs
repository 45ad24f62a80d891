using OtpFunctions.Tests.Addresses;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Fuzz;

/// <summary>Sends requests one after another over one connection, and remembers what came back.</summary>
internal sealed class FuzzWorker(FunctionApp app, IReadOnlyList<FuzzEndpoint> endpoints) : IDisposable
{
    private const int MostFaults = 5;
    private readonly RawConnection _connection = new(app.BaseAddress);
    private readonly FuzzEndpoint[] _choices =
        [.. endpoints.SelectMany(endpoint => Enumerable.Repeat(endpoint, endpoint.Weight))];

    /// <summary>What was wrong, with the request.</summary>
    public List<string> Faults { get; } = [];

    /// <summary>Functions that took a request.</summary>
    public HashSet<string> Taken { get; } = [];

    /// <summary>How many answers had each status; 0 for none.</summary>
    public Dictionary<int, int> Statuses { get; } = [];

    public async Task RunAsync(IEnumerable<int> numbers)
    {
        foreach (var number in numbers)
        {
            if (Faults.Count >= MostFaults)
                return;

            var request = Make(FuzzSeed.Of(number));
            var answer = await AskAsync(request, number);
            Statuses[(int)(answer?.Status ?? 0)] = Statuses.GetValueOrDefault((int)(answer?.Status ?? 0)) + 1;
            if (FuzzOracle.FaultOf(request, answer) is { } fault)
                Faults.Add($"#{number} {fault}");
            else if (!request.Liberties.HasFlag(Liberties.Astray) && (int)(answer?.Status ?? 0) is 200 or 201 or 204)
                Taken.Add(request.Endpoint.Name);
        }
    }

    /// <summary>One function's request, unchanged one time in twelve.</summary>
    public FuzzRequest Make(SeededBytes bytes)
    {
        var request = _choices[bytes.Next(_choices.Length)].NewRequest(bytes);
        var choice = bytes.Next(12);
        if (request.Body is not null && choice is > 0 and < 10)
            BodyMutator.Mutate(request, bytes);

        if (choice > 8 || (choice > 0 && request.Body is null))
            HeadMutator.Mutate(request, bytes);

        return request;
    }

    public void Dispose() => _connection.Dispose();

    private async Task<Answer?> AskAsync(FuzzRequest request, int number)
    {
        try
        {
            return await _connection.ExchangeAsync(request.ToBytes(), request.Method != "HEAD");
        }
        catch (OperationCanceledException)
        {
            Faults.Add($"#{number} {request}\n  -> no answer in time");
            _connection.Dispose();
            return null;
        }
    }
}
