using System.Text.Json.Nodes;
using OtpFunctions.Tests.Addresses;
using OtpFunctions.Tests.Fixtures;
using OtpFunctions.Tests.Http.Bodies;

namespace OtpFunctions.Tests.Fuzz;

/// <summary>One function: a request that it takes, and the shape of all its answers.</summary>
/// <param name="Name">The function's, as the app names it.</param>
/// <param name="Method">One of its methods.</param>
/// <param name="Path">Where, with its parameters filled in.</param>
/// <param name="Shape">Fails for what is no answer of the dialect's.</param>
internal sealed record FuzzEndpoint(string Name, string Method, string Path, Action<Answer> Shape)
{
    /// <summary>A body it takes; null for a function that reads none.</summary>
    public Func<SeededBytes, JsonNode>? Body { get; init; }

    /// <summary>How it refuses what is no JSON; null where the body is not the first thing that is judged.</summary>
    public BodyAnswers? Refusals { get; init; }

    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>Queries it knows.</summary>
    public IReadOnlyList<string> Queries { get; init; } = [];

    /// <summary>Of so many requests to all: those that scan a table are asked less often.</summary>
    public int Weight { get; init; } = 10;

    /// <summary>How many bytes of body it reads.</summary>
    public int LargestBody { get; init; } = 16 * 1024;

    public FuzzRequest NewRequest(SeededBytes bytes)
    {
        var request = new FuzzRequest { Endpoint = this, Method = Method, Target = "/" + Path };
        request.Headers.AddRange(Headers);
        // Each call from a network of its own: what is refused by count alone is never read.
        request.Headers.Add((FuzzApp.AddressHeader, $"10.{bytes.Next(256)}.{bytes.Next(256)}.{bytes.Next(256)}"));
        if (Body is not null)
            request.Body = System.Text.Encoding.UTF8.GetBytes(Body(bytes).ToJsonString());

        return request;
    }
}
