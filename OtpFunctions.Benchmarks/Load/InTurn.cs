namespace OtpFunctions.Benchmarks.Load;

/// <summary>Several scenarios, one operation of each after the other.</summary>
internal sealed class InTurn(IScenario[] scenarios) : IScenario
{
    public Task RunAsync(HttpMessageInvoker http, long number, CancellationToken cancellation) =>
        scenarios[number % scenarios.Length].RunAsync(http, number, cancellation);
}
