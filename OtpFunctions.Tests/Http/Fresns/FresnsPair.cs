using System.Text.Json;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http.Fresns;

/// <summary>Two processes on one storage. Callers come from networks of their own: none waits for another's count.</summary>
public sealed class FresnsPair : IAsyncLifetime
{
    internal const int SendsPerHour = 5;
    internal const int FailuresPerDay = 7;
    private const string AddressHeader = "X-Race-Network";
    private int _network;

    public IReadOnlyList<FunctionApp> Apps { get; private set; } = [];

    internal IReadOnlyList<FresnsCaller> Callers { get; private set; } = [];

    public async Task InitializeAsync()
    {
        if (Deployment.Address is not null)
            return;

        var settings = (await AppSettings.FreshAsync()).With(AppSettings.ManyCalls).With(
            ("Otp__Limits__SendsPerHour", $"{SendsPerHour}"),
            ("Otp__Limits__FailuresPerDay", $"{FailuresPerDay}"),
            ("Otp__Client__AddressHeader", AddressHeader));
        Apps = await Task.WhenAll(FunctionApp.StartAsync(settings), FunctionApp.StartAsync(settings));
        Callers = [.. Apps.Select(app => new FresnsCaller(app.Http))];
    }

    public async Task DisposeAsync()
    {
        foreach (var app in Apps)
            await app.DisposeAsync();
    }

    /// <summary>The codes of many calls at once, spread over both processes.</summary>
    internal async Task<IReadOnlyList<int>> ManyAsync(int count, Func<FresnsCaller, Task<Answer>> call)
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, count).Select(
            number => call(Callers[number % Callers.Count].With((AddressHeader, NextNetwork())))));
        return [.. answers.Select(FresnsCaller.CodeOf)];
    }

    /// <summary>What both sent to an address.</summary>
    internal async Task<IReadOnlyList<JsonElement>> MessagesAsync(string to) =>
        [.. (await Task.WhenAll(Callers.Select(caller => caller.MessagesAsync(to)))).SelectMany(messages => messages)];

    private string NextNetwork()
    {
        var number = Interlocked.Increment(ref _network);
        return $"192.0.{number / 250}.{number % 250}";
    }
}
