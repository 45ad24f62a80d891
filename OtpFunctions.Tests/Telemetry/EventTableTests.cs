using System.Reflection;
using Microsoft.Extensions.Logging;
using OtpFunctions.Core.Codes;
using OtpFunctions.Http;

namespace OtpFunctions.Tests.Telemetry;

/// <summary>Every log line of the service has a number and a name of its own, and docs/telemetry.md lists them all.</summary>
public sealed class EventTableTests
{
    private static readonly Dictionary<int, string> Meanings = new()
    {
        [10] = "A call could not reach the tables; the caller was answered so.",
        [11] = "A fault of the service itself ended a call.",
        [20] = "What a purge did.",
        [21] = "The ready check could not reach the tables.",
        [30] = "A provider did not take a message, or did not answer.",
        [31] = "A provider refuses this service: a key, a sender or an address is wrong.",
        [32] = "A provider refuses a recipient.",
        [33] = "A breaker opens: a provider fails too often.",
        [34] = "A breaker closes.",
        [35] = "No provider of SMS took a code, and it was handed to e-mail; the outcome of that.",
        [36] = "A fault of the service itself ended a delivery.",
        [37] = "What became of delivery reports.",
        [40] = "A picture could not be drawn.",
        [50] = "Records could not be written.",
        [51] = "Notes on messages are in no record; at most one line a minute.",
        [60] = "Metrics and traces are not exported.",
    };

    private static readonly Assembly[] Product = [typeof(CodeIssuer).Assembly, typeof(RequestGuard).Assembly];

    [Fact]
    public void Every_event_has_an_id_and_a_name_of_its_own()
    {
        var found = Events();

        Assert.InRange(found.Count, 10, 100);
        Assert.Equal(found.Count, found.DistinctBy(line => line.Message.EventId).Count());
        Assert.Equal(found.Count, found.DistinctBy(line => line.Name).Count());
        Assert.All(found, line => Assert.True(line.Message.EventId > 0, line.Name));
    }

    [Fact]
    public void The_table_of_events_is_that_of_the_code()
    {
        Assert.Equal(Events().Select(line => line.Message.EventId), Meanings.Keys.Order());
        GeneratedTable.AssertIsIn(
            "events",
            [
                "| event | level | name | what it says |",
                "|---|---|---|---|",
                .. Events().Select(line =>
                    $"| {line.Message.EventId} | {line.Message.Level} | {line.Name} | {Meanings[line.Message.EventId]} |"),
            ]);
    }

    /// <summary>Found by the attribute, so a line that is written otherwise would not be: there is none.</summary>
    [Fact]
    public void Nothing_is_logged_in_another_way() => Assert.DoesNotContain(
        Architecture.ProductReferences.All,
        reference => reference.Id?.StartsWith("M:Microsoft.Extensions.Logging.LoggerExtensions.Log", StringComparison.Ordinal) == true
            || reference.Id?.StartsWith("M:Microsoft.Extensions.Logging.ILogger.Log", StringComparison.Ordinal) == true);

    private static List<(string Name, LoggerMessageAttribute Message)> Events() =>
    [
        .. Product.SelectMany(assembly => assembly.GetTypes())
            .SelectMany(type => type.GetMethods(
                BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic
                | BindingFlags.DeclaredOnly))
            .Select(method => (method.Name, Message: method.GetCustomAttribute<LoggerMessageAttribute>()))
            .Where(line => line.Message is not null)
            .Select(line => (line.Message!.EventName ?? line.Name, line.Message))
            .OrderBy(line => line.Message.EventId),
    ];
}
