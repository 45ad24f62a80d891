using Microsoft.Azure.Functions.Worker.Builder;

namespace StandIns.Tests.Functions.Harness;

internal sealed class RunnerSetup
{
    public IReadOnlyList<Type> Types { get; init; } = [];

    public string[] Args { get; init; } = ["--port", "0"];

    public string Directory { get; init; } = AppContext.BaseDirectory;

    public Action<FunctionsApplicationBuilder> Configure { get; init; } = _ => { };
}
